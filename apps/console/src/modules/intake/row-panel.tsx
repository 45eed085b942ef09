import { TableOutlined, UnorderedListOutlined } from '@ant-design/icons'
import { intakeOutcome, intakeResult } from '@linli/contract/words/index'
import type { IntakeOutcome } from '@linli/contract/words/index'
import { Button, Checkbox, Select, Tabs } from 'antd'
import { useState } from 'react'
import { useAsk } from '../../kernel/ask.ts'
import { Nothing } from '../../parts/states.tsx'
import type { Column } from '../../parts/table/column.ts'
import { DataTable } from '../../parts/table/data-table.tsx'
import { CellList } from './cell-list.tsx'
import { outcomes, valueWords } from './intake-view.ts'
import type { Look, Row } from './intake-view.ts'
import styles from './intake.module.css'
import { MendSheet } from './mend-sheet.tsx'

/** The rows of the file by what they are, those to be seen to first. */
export function RowPanel({ batch }: { batch: Look }) {
  const there = outcomes.filter((outcome) => (batch.counts[outcome] ?? 0) > 0)

  // Mended, nothing is left of what was shown.
  const [chosen, setChosen] = useState<IntakeOutcome | undefined>(batch.isReturned && there.includes('match') ? 'match' : undefined)
  const tab = chosen && there.includes(chosen) ? chosen : there[0]
  if (tab === undefined) return null
  return (
    <section aria-label="各行">
      <Tabs activeKey={tab} onChange={(key) => setChosen(key as IntakeOutcome)} destroyOnHidden items={there.map((outcome) => ({ key: outcome, label: `${outcome === 'match' && batch.isReturned ? '有改动' : intakeOutcome[outcome]} ${batch.counts[outcome]}`, children: outcome === 'bad' && batch.status === 'ready' && !batch.isReturned ? <ToMend batch={batch} /> : <Rows batch={batch} outcome={outcome} /> }))} />
    </section>
  )
}

/** Read as a list, or mended in a grid; what was written there is not lost while one looks at the list. */
function ToMend({ batch }: { batch: Look }) {
  const [view, setView] = useState<'list' | 'grid' | 'list, grid behind'>('list')
  const isGrid = view === 'grid'
  return (
    <>
      <div className={styles.bar}><Button icon={isGrid ? <UnorderedListOutlined aria-hidden /> : <TableOutlined aria-hidden />} onClick={() => setView(isGrid ? 'list, grid behind' : 'grid')}>{isGrid ? '看问题清单' : '在表格里改'}</Button></div>
      {view !== 'list' && <div hidden={!isGrid}><MendSheet batch={batch} /></div>}
      {!isGrid && <Rows batch={batch} outcome="bad" />}
    </>
  )
}

function Rows({ batch, outcome }: { batch: Look, outcome: IntakeOutcome }) {
  const [wrong, setWrong] = useState<string>()
  const [isConflict, setConflict] = useState(false)
  const [trail, setTrail] = useState<string[]>([])
  const query = useAsk('intake', 'rows', { id: batch.id, outcome, wrong, ...isConflict && { isConflict }, after: trail[trail.length - 1] }, { keepsLast: true, isLogged: true })
  const pager = {
    after: trail[trail.length - 1], page: trail.length + 1, on: (next: string) => setTrail([...trail, next]),
    ...trail.length > 0 && { first: () => setTrail([]), back: () => setTrail(trail.slice(0, -1)) },
  }
  const only = (field?: string) => {
    setWrong(field)
    setTrail([])
  }
  return (
    <>
      {outcome === 'bad' && batch.wrong.length > 1 && (
        <div className={styles.row}><Select allowClear aria-label="只看哪一列的问题" placeholder="只看哪一列的问题" style={{ width: 240 }} value={wrong} onChange={only} options={batch.wrong.map(({ field, label, rows }) => ({ value: field, label: `${label}（${rows} 行）` }))} /></div>
      )}
      {outcome === 'match' && (batch.cells?.conflicts ?? 0) > 0 && <div className={styles.row}><Checkbox checked={isConflict} onChange={({ target }) => { setConflict(target.checked); setTrail([]) }}>只看系统里也改过的</Checkbox></div>}
      <DataTable label={intakeOutcome[outcome]} query={query} columns={columnsOf(batch, outcome, query.data?.rows ?? [])} rowKey={({ no }) => String(no)} pager={pager} empty={<Nothing words="没有这样的行" />} />
    </>
  )
}

const columnsOf = (batch: Look, outcome: IntakeOutcome, rows: readonly Row[]): Column<Row>[] => [
  { key: 'no', title: '行', width: 70, isFixed: true, render: ({ no }) => <span className="number">{no}</span> },
  ...outcome === 'note' ? [] : [
    { key: 'name', title: nameTitle[batch.kind], width: batch.kind === 'person' ? 100 : 180, render: ({ name }: Row) => name ?? '—' },
    ...batch.isReturned ? [] : aboutOf(batch.kind),
  ],
  ...rows.some(({ result }) => result !== null) ? [{ key: 'result', title: '结果', width: 130, render: ({ result }: Row) => result ? intakeResult[result] : '未导入' }] : [],
  { key: 'said', title: outcome === 'match' ? (batch.isReturned ? (batch.status === 'ready' ? '改动，勾选的采纳' : '改动') : '与登记的不同') : '说明', render: (row) => outcome === 'match' && batch.isReturned && batch.status === 'ready' ? <CellList batch={batch.id} row={row} /> : <Said row={row} isByNumber={batch.kind === 'person' && !batch.isReturned} /> },
]

const nameTitle: Record<Look['kind'], string> = { person: '姓名', enterprise: '名称', thing: '名称', housing: '房屋', household: '户' }
const numberTitle: Partial<Record<Look['kind'], string>> = { person: '证件号码', enterprise: '统一社会信用代码', thing: '部件标识码' }

/** What a row is about, besides its name. */
const aboutOf = (kind: Look['kind']): Column<Row>[] => [
  ...numberTitle[kind] === undefined ? [] : [{ key: 'number', title: numberTitle[kind], width: 180, render: ({ number }: Row) => <span className="number">{number ?? '—'}</span> }],
  ...kind === 'person' ? [{ key: 'phone', title: '电话', width: 130, render: ({ phone }: Row) => <span className="number">{phone ?? '—'}</span> }] : [],
  ...kind === 'housing' ? [] : [{ key: 'address', title: kind === 'person' ? '住处' : '位置', width: 220, render: ({ address, areaName }: Row) => address ?? areaName }],
]

/** What is wrong and how to mend it; what will change. The word before the colon is the column of the file. */
const Said = ({ row: { outcome, result, twin, faults, differences }, isByNumber }: { row: Row, isByNumber: boolean }) => (
  <ul>
    {twin !== null && <li>{isByNumber ? `与第 ${twin} 行的证件号码相同` : `与第 ${twin} 行是同一个`}</li>}
    {faults.map(({ column, title, code, message, isWarning }) => <li key={`${column} ${code}`} className={isWarning ? 'faint' : styles.wrong}>{title !== '' && `${title}：`}{message}{isWarning && '（提醒）'}</li>)}
    {differences.map(({ field, label, before, after, isTaken = true }) => <li key={field} className={isTaken ? undefined : 'faint'}>{label}：<del className="faint">{valueWords(before)}</del> → {valueWords(after)}{!isTaken && '（未采纳）'}</li>)}
    {outcome === 'match' && result === null && differences.length === 0 && <li className="faint">没有不同</li>}
    {outcome === 'same' && faults.length === 0 && <li className="faint">与导出时一样</li>}
    {outcome === 'note' && <li className="faint">标题、合计、填表人等，不当作登记内容</li>}
  </ul>
)
