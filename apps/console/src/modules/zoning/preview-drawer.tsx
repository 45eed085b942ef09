import type { Asked } from '@linli/contract'
import { Alert, Button, Drawer, Input } from 'antd'
import { useId, useState } from 'react'
import { useTell } from '../../kernel/ask.ts'
import { wordsOf } from '../../kernel/call.ts'
import { sorted } from '../../parts/sorted.ts'
import { useNarrow } from '../../parts/use-media.ts'
import type { Position, Preview } from './editing.ts'
import styles from './border.module.css'

interface PreviewDrawerProps { isOpen: boolean, close: () => void, preview: Preview, change: Asked<'zoning', 'preview'>, goTo: (at: Position) => void, saved: () => void }

/** What would be wrong, and what would go where; saved with a reason. */
export function PreviewDrawer({ isOpen, close, preview, change, goTo, saved }: PreviewDrawerProps) {
  const isNarrow = useNarrow()
  const id = useId()
  const [note, setNote] = useState('')
  const save = useTell('zoning', 'save', ['zoning', 'organisation', 'atlas'])
  const isWrong = preview.faults.some(({ isWarning }) => !isWarning)
  const send = () => save.mutate({ ...change, note, mark: preview.mark }, { onSuccess: () => { close(); saved() } })
  return (
    <Drawer title="调整结果预览" open={isOpen} onClose={close} size={isNarrow ? '100%' : 620} footer={(
      <div className={styles.acts}>
        {save.error && <Alert type="error" showIcon role="alert" title={wordsOf(save.error)} />}
        <label htmlFor={id}>调整原因<Input id={id} maxLength={200} placeholder="如：第1网格超过 500 户" value={note} onChange={({ target }) => setNote(target.value)} /></label>
        <Button type="primary" disabled={isWrong || note.trim() === ''} loading={save.isPending} onClick={send}>保存，并把楼幢、人口和未办结的事件划过去</Button>
      </div>
    )}>
      <div className={styles.told}>
        <Faults preview={preview} goTo={goTo} />
        <Areas preview={preview} />
        <Moves preview={preview} />
        {preview.workers.length > 0 && <section><h3>涉及的人员（{preview.workers.length}）</h3><ul>{preview.workers.map(({ name, role, areaName, words }) => <li key={`${name} ${role} ${areaName}`}>{name}（{role}，{areaName}）：{words}</li>)}</ul></section>}
      </div>
    </Drawer>
  )
}

const Faults = ({ preview: { faults }, goTo }: Pick<PreviewDrawerProps, 'preview' | 'goTo'>) => (
  <div className={styles.faults}>
    {faults.length === 0 && <Alert type="success" showIcon title="没有重叠、没有空白" />}
    {sorted(faults, (a, b) => Number(a.isWarning) - Number(b.isWarning)).map(({ code, message, mend, isWarning, at }) => <Alert key={`${code} ${message}`} type={isWarning ? 'warning' : 'error'} showIcon title={`${message}。${mend}。`} action={at && <Button size="small" onClick={() => goTo(at)}>看位置</Button>} />)}
  </div>
)

const states = { same: '不变', redrawn: '边界变化', fresh: '新增', ended: '并入邻格' } as const

const Areas = ({ preview: { areas } }: Pick<PreviewDrawerProps, 'preview'>) => (
  <section>
    <h3>调整前后</h3>
    {/* A table that is wider than its page is moved by keyboard too. */}
    {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
    <div className={styles.box} role="region" aria-label="调整前后" tabIndex={0}>
      <table className={styles.table}>
        <thead><tr><th scope="col">名称</th><th scope="col">变化</th><th scope="col">楼幢</th><th scope="col">房屋</th><th scope="col">户</th><th scope="col">人</th><th scope="col">未办结事件</th></tr></thead>
        <tbody>{areas.map(({ path, name, state, before, after }) => (
          <tr key={`${path} ${name}`}><th scope="row">{name}</th><td>{states[state]}</td>{(['buildings', 'units', 'households', 'people', 'events'] as const).map((what) => <td key={what} className="count">{before?.[what] ?? 0}{before?.[what] !== (after?.[what] ?? 0) && <> → <strong>{after?.[what] ?? 0}</strong></>}</td>)}</tr>
        ))}</tbody>
      </table>
    </div>
  </section>
)

const Moves = ({ preview: { moves, points } }: Pick<PreviewDrawerProps, 'preview'>) => (
  <section>
    <h3>划到别的网格的楼幢（{moves.length}）</h3>
    {moves.length === 0 ? <p className="faint">没有楼幢换网格</p> : (
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      <div className={styles.box} role="region" aria-label="划到别的网格的楼幢" tabIndex={0}>
        <table className={styles.table}>
          <thead><tr><th scope="col">楼幢</th><th scope="col">从</th><th scope="col">到</th><th scope="col">房屋</th><th scope="col">人</th><th scope="col">未办结事件</th></tr></thead>
          <tbody>{moves.map(({ path, name, from, to, units, people, events }) => <tr key={path}><th scope="row">{name}</th><td>{from}</td><td>{to}</td><td>{units}</td><td>{people}</td><td>{events}</td></tr>)}</tbody>
        </table>
      </div>
    )}
    {points.map(({ kind, from, to, count }) => <p key={`${kind} ${from} ${to}`}>{count} {kind === 'event' ? '件未办结事件' : '个部件'}不在楼幢里，按位置从{from}划到{to}</p>)}
  </section>
)
