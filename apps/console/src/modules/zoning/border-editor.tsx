import { RedoOutlined, UndoOutlined } from '@ant-design/icons'
import type { Asked } from '@linli/contract'
import { Alert, App, Button, Space } from 'antd'
import { useMemo, useState } from 'react'
import { useMutation } from '@tanstack/react-query'
import { call, wordsOf } from '../../kernel/call.ts'
import { AreaPanel } from './area-panel.tsx'
import { BorderSheet } from './border-sheet.tsx'
import { again, back, begin, changeOf, nextName, put, removed, settled, split, whole } from './editing.ts'
import type { Borders, Draft, Position } from './editing.ts'
import { PreviewDrawer } from './preview-drawer.tsx'
import styles from './border.module.css'

/** Draws the borders of one community's grids, or one grid's micro-grids; nothing is saved before somebody has seen what would go where. */
export function BorderEditor({ borders, saved }: { borders: Borders, saved: () => void }) {
  const { message } = App.useApp()
  const [editing, setEditing] = useState(() => begin(borders))
  const [chosen, setChosen] = useState<string>()
  const [node, setNode] = useState<number>()
  const [line, setLine] = useState<readonly Position[]>()
  const [spot, setSpot] = useState<Position>()
  const [isOpen, setOpen] = useState(false)
  const draft = editing.now
  const kind = borders.parent.kind === 'community' ? '网格' : '微网格'
  const [asked, setAsked] = useState<Asked<'zoning', 'preview'>>()
  const look = useMutation({ mutationFn: (wanted: Asked<'zoning', 'preview'>) => { setAsked(wanted); return call('zoning', 'preview', wanted) }, onSuccess: () => setOpen(true), onError: (fault) => void message.error(wordsOf(fault)) })
  const change = (next: Draft) => { setEditing(put(editing, next)); setSpot(undefined) }
  const leaving = useMemo(() => new Set(look.data?.moves.map(({ path }) => path)), [look.data])
  const isChanged = editing.past.length > 0
  const takeAway = (corner: number) => {
    const next = removed(draft, corner)
    if (!next) return void message.warning('至少要留三个角')
    setNode(undefined)
    change(next)
  }
  const undrawn = borders.areas.filter(({ path }) => !draft.tiling.areas.some((area) => area.path === path) && !draft.ended.some((one) => one.path === path))
  const finish = (into: string | undefined) => {
    const next = chosen !== undefined && line ? split(draft, chosen, line, { into, name: nextName(draft, kind) }) : undefined
    if (!next) return void message.warning('这条线没有把它分成两块：起点和终点要在它的边界上，中间的点在它里面')
    setLine(undefined)
    change(next)
  }
  const drawAll = () => {
    const [first] = undrawn
    change(whole(draft, borders.parent.shape!, first?.path, nextName(draft, kind)))
    setChosen(first?.path ?? 'new-1')
  }
  return (
    <div className={styles.page}>
      <div>
        <div className={styles.bar}>
          <Button icon={<UndoOutlined aria-hidden />} disabled={!isChanged} onClick={() => setEditing(back(editing))}>上一步</Button>
          <Button icon={<RedoOutlined aria-hidden />} disabled={editing.undone.length === 0} onClick={() => setEditing(again(editing))}>下一步</Button>
          <Button disabled={node === undefined || line !== undefined} onClick={() => node !== undefined && takeAway(node)}>删除选中的角</Button>
          <Button type="primary" disabled={!isChanged} loading={look.isPending} onClick={() => look.mutate(changeOf(borders.parent.path, draft))}>预览调整结果</Button>
          {isChanged && <Button onClick={() => { setEditing(begin(borders)); setChosen(undefined); setNode(undefined); setLine(undefined) }}>全部放弃</Button>}
        </div>
        {draft.tiling.areas.length === 0 && (borders.parent.shape
          ? <Alert className={styles.said} type="info" showIcon title={`还没有画${kind}边界`} action={<Button size="small" type="primary" onClick={drawAll}>从整个{borders.parent.kind === 'community' ? '社区' : '网格'}画起</Button>} />
          : <Alert className={styles.said} type="warning" showIcon title={`${borders.parent.name}自己还没有边界，请先导入它的边界`} />)}
        {line && <LineBar line={line} undrawn={undrawn} finish={finish} drop={() => setLine(line.slice(0, -1))} cancel={() => setLine(undefined)} />}
        <BorderSheet borders={borders} draft={draft} chosen={chosen} choose={(path) => { setChosen(path); setNode(undefined) }} node={node} chooseNode={setNode} line={line} drawLine={setLine} change={change} remove={takeAway} spot={spot} leaving={leaving} />
        <p className="faint">先点一块，再拖它的角；公共边界上的角两边一起动。拖小圆点加一个角。键盘：Tab 选角，方向键移动 1 米（按住 Shift 10 米），Delete 删除。</p>
      </div>
      <AreaPanel borders={borders} draft={draft} chosen={chosen} choose={setChosen} change={change} beginLine={() => setLine([])} isDrawing={line !== undefined} undrawn={undrawn} kind={kind} settle={isChanged ? undefined : () => look.mutate(settled(borders.parent.path))} />
      {look.data && asked && <PreviewDrawer isOpen={isOpen} close={() => setOpen(false)} preview={look.data} change={asked} goTo={(at) => { setOpen(false); setSpot(at) }} saved={saved} />}
    </div>
  )
}

interface LineBarProps { line: readonly Position[], undrawn: Borders['areas'], finish: (into: string | undefined) => void, drop: () => void, cancel: () => void }

/** While a line is drawn across an area. */
const LineBar = ({ line, undrawn, finish, drop, cancel }: LineBarProps) => (
  <Alert className={styles.said} type="info" showIcon title={line.length === 0 ? '在边界上点一下作为起点，里面点几下拐弯，最后点到另一处边界；也可以用键盘选角后按回车。' : `已点 ${line.length} 个点`} action={(
    <Space wrap>
      <Button size="small" disabled={line.length === 0} onClick={drop}>退一个点</Button>
      <Button size="small" type="primary" disabled={line.length < 2} onClick={() => finish(undefined)}>分开</Button>
      {undrawn.map(({ path, name }) => <Button key={path} size="small" disabled={line.length < 2} onClick={() => finish(path)}>分给“{name}”</Button>)}
      <Button size="small" onClick={cancel}>取消</Button>
    </Space>
  )} />
)
