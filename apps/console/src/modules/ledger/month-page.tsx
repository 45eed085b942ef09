import { lineChange } from '@linli/contract/words/index'
import type { LineChange } from '@linli/contract/words/index'
import { Radio, Select, Tag } from 'antd'
import { useEffect, useState } from 'react'
import { useParams, useSearchParams } from 'react-router'
import { useAsk } from '../../kernel/ask.ts'
import { usePager } from '../../parts/address/use-pager.ts'
import { PageHeader } from '../../parts/page-header.tsx'
import { Answer, Nothing } from '../../parts/states.tsx'
import type { Column } from '../../parts/table/column.ts'
import { DataTable } from '../../parts/table/data-table.tsx'
import { whenWords } from '../../parts/when.ts'
import type { Output } from '@linli/contract'
import { keysOf } from './ledger-words.ts'
import { LineTable } from './line-table.tsx'
import styles from './ledger.module.css'
import { monthWords } from './month-words.ts'

type Month = Output<'ledger', 'freeze'>

/** A frozen month, by itself or beside another one of the same ledger. */
export default function MonthPage() {
  const { id = '' } = useParams()
  const pager = usePager()
  const query = useAsk('ledger', 'monthLines', { id, after: pager.after }, { keepsLast: true, isLogged: true })
  const [params, setParams] = useSearchParams()
  const before = params.get('before') ?? undefined
  const lines = { ...query, data: query.data && { rows: query.data.rows.map(({ no, cells }) => ({ key: String(no), cells })), next: query.data.next, columns: query.data.month.columns } }
  return (
    <Answer query={query}>
      {({ month }) => (
        <>
          <PageHeader title={`${month.name} ${monthWords(month.month)}`} beside={!month.isFrozen && <Tag>正在固化</Tag>} back={{ to: '/ledger?tab=months', words: '已固化的月份' }}
            hint={month.frozenAt ? `${month.areaName}，${month.by} 于 ${whenWords(month.frozenAt)} 固化，共 ${month.lines} 行，不再更改。` : '正在固化，过一会儿再看。'}
            actions={<OtherMonth month={month} value={before} change={(other) => setParams(other === undefined ? {} : { before: other }, { replace: true })} again={query.refetch} />} />
          {before === undefined ? <LineTable label={month.name} query={lines} pager={pager} words={`共 ${month.lines} 行`} /> : <Changes key={before} before={before} now={id} />}
          {month.signature && <p className={styles.signature}>{month.signature}</p>}
        </>
      )}
    </Answer>
  )
}

interface OtherMonthProps { month: Month, value: string | undefined, change: (before: string | undefined) => void, again: () => unknown }

function OtherMonth({ month, value, change, again }: OtherMonthProps) {
  const query = useAsk('ledger', 'months', { ledger: month.ledger, limit: 100 })
  // Looks are on record and not repeated by themselves: once, when the month that was being frozen is.
  const isDone = !month.isFrozen && query.data?.rows.some(({ id, isFrozen }) => id === month.id && isFrozen) === true
  useEffect(() => { if (isDone) again() }, [isDone, again])
  const others = (query.data?.rows ?? []).filter(({ id, area, isFrozen }) => id !== month.id && area === month.area && isFrozen)
  return <Select allowClear aria-label="与哪个月比较" placeholder="与哪个月比较" style={{ width: 170 }} value={value} onChange={change} notFoundContent="还没有别的月份" options={others.map((one) => ({ value: one.id, label: `比较 ${monthWords(one.month)}` }))} />
}

function Changes({ before, now }: { before: string, now: string }) {
  const pager = usePager()
  const [kind, setKind] = useState<LineChange>()
  const query = useAsk('ledger', 'compareMonths', { before, now, kind, after: pager.after }, { keepsLast: true, isLogged: true })
  // How many of each kind is told with the first page only.
  const [counts, setCounts] = useState(query.data?.counts)
  if (query.data?.counts && query.data.counts !== counts) setCounts(query.data.counts)
  const only = (one: LineChange | 'all') => {
    setKind(one === 'all' ? undefined : one)
    pager.first?.()
  }
  return (
    <>
      {counts && query.data && (
        <div className={styles.counts}>
          <Radio.Group aria-label="只看哪种变化" optionType="button" value={kind ?? 'all'} onChange={({ target }) => only(target.value as LineChange | 'all')}
            options={[{ value: 'all', label: `全部 ${Object.values(counts).reduce((sum, one) => sum + one, 0)}` }, ...Object.entries(lineChange).map(([value, label]) => ({ value, label: `${label} ${counts[value as LineChange]}` }))]} />
          <span className="faint">{query.data.lines.before} 行 → {query.data.lines.now} 行</span>
        </div>
      )}
      <DataTable label="两个月的不同" query={query} pager={pager} rowKey={({ key }) => key} columns={changeColumns} empty={<Nothing words={kind === undefined ? '两个月一样' : '没有这种变化'} />} />
    </>
  )
}

type Change = Output<'ledger', 'compareMonths'>['rows'][number]

const changeColumns: Column<Change>[] = [
  { key: 'kind', title: '变化', width: 80, render: ({ kind }) => <span className={`${styles.kind} ${styles[kind]}`}>{lineChange[kind]}</span> },
  { key: 'line', title: '行', width: 320, render: ({ cells }) => cells.filter((cell) => cell !== null).slice(0, 3).join('，') },
  { key: 'changes', title: '改了什么', render: ({ changes }) => changes.length === 0 ? null : <Cells changes={changes} /> },
]

/** What stood and what stands now, cell by cell. */
function Cells({ changes }: Pick<Change, 'changes'>) {
  const keys = keysOf(changes.map(({ label }) => label))
  return changes.map(({ label, before: was, now: is }, at) => <div key={keys[at]}>{label}：{was === is ? '号码有变（遮盖后相同）' : <><del className="faint">{was ?? '空'}</del> → {is ?? '空'}</>}</div>)
}
