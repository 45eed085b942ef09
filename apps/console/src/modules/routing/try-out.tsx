import type { Output } from '@linli/contract'
import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { useAsk } from '../../kernel/ask.ts'
import { Answer, Nothing } from '../../parts/states.tsx'
import type { Column } from '../../parts/table/column.ts'
import { DataTable } from '../../parts/table/data-table.tsx'
import { whenExact } from '../../parts/when.ts'
import { sentenceOf, unitWords } from './rule-words.ts'
import type { Rule } from './rule-words.ts'
import styles from './try-out.module.css'

type Told = Output<'routing', 'tryOut'>
type Flow = Told['flows'][number]
type Only = { no?: number, from?: string, to?: string, words: string } | undefined

/** How many events would go elsewhere than they were first sent, by which rule, from whom to whom, and which. `stamp`: shown anew when the draft has changed; `children` stand before the list. */
export function TryOut({ rules, stamp, children }: { rules: Rule[], stamp: string | null, children: ReactNode }) {
  const [only, setOnly] = useState<Only>()
  const asked = { no: only?.no, from: only?.from, to: only?.to }
  const query = useAsk('routing', 'tryOut', asked, { keepsLast: true, freshMs: 0 })
  return (
    <div key={stamp}>
      <Answer query={query}>{(told) => (
        <>
          <Sum told={told} />
          <div className={styles.pair}>
            <Rules told={told} rules={rules} show={setOnly} />
            <Flows told={told} show={setOnly} />
          </div>
        </>
      )}</Answer>
      {children}
      <h2 className={styles.title}>会派给别的单位的事件{query.data && query.data.rowsFound > query.data.rows.length ? `（${query.data.rowsFound} 件，列出最近 ${query.data.rows.length} 件）` : query.data ? `（${query.data.rowsFound} 件）` : ''}{only && <Checkbox checked onChange={() => setOnly(undefined)}>只看{only.words}</Checkbox>}</h2>
      <DataTable label="会派给别的单位的事件" query={{ ...query, data: query.data && { rows: query.data.rows } }} columns={columns} rowKey={(row) => row.id} empty={<Nothing words="没有会派给别的单位的事件" />} />
    </div>
  )
}

const Sum = ({ told: { looked, isMore, since, moved, mended, spoiled, rules } }: { told: Told }) => (
  <p className={styles.sum}>
    {whenExact(since)} 以来首次派遣的 <strong>{looked}</strong> 件{isMore && '（只试算最近的这些）'}中，按草稿有 <strong>{moved}</strong> 件会派给别的单位{rules[0]!.moved > 0 && `（其中 ${rules[0]!.moved} 件没有规则符合，是当初没有按事项的办理单位派）`}：
    当初转派过、这次一次派对的 <strong>{mended}</strong> 件，当初一次派对、这次要改派的 <strong>{spoiled}</strong> 件。
  </p>
)

interface Part { told: Told, show: (only: Only) => void }

const nameOf = (no: number) => no === 0 ? '没有规则符合' : `第 ${no} 条`

const Rules = ({ told, rules, show }: Part & { rules: Rule[] }) => (
  <section aria-labelledby="by-rule">
    <h2 id="by-rule" className={styles.title}>各条规则</h2>
    <DataTable label="各条规则试算结果" query={done({ rows: [...told.rules.slice(1), told.rules[0]!] })} rowKey={({ no }) => String(no)} columns={[
      { key: 'no', title: '规则', isFixed: true, render: ({ no }) => <span title={rules[no - 1] && sentenceOf(rules[no - 1]!)}>{nameOf(no)}{rules[no - 1] && <span className="faint"> {unitWords(rules[no - 1]!)}</span>}</span> },
      { key: 'matched', title: '符合', width: 70, render: ({ matched }) => <span className="number">{matched}</span> },
      { key: 'moved', title: '改派', width: 70, render: ({ no, moved }) => moved === 0 ? '0' : <Button type="link" size="small" className={`number ${styles.bare}`} aria-label={`看${nameOf(no)}改派的 ${moved} 件`} onClick={() => show({ no, words: nameOf(no) })}>{moved}</Button> },
      { key: 'mended', title: '其中改对', width: 90, render: ({ mended }) => <span className="number">{mended}</span> },
      { key: 'spoiled', title: '其中原本对', width: 100, render: ({ spoiled }) => <span className="number">{spoiled}</span> },
    ]} />
  </section>
)

/** Enough to see where it goes; the others after a click. */
const fewFlows = 8

function Flows({ told: { flows }, show }: Part) {
  const [isWhole, setWhole] = useState(false)
  return (
    <section aria-labelledby="by-unit">
      <h2 id="by-unit" className={styles.title}>从哪个单位到哪个单位</h2>
      <FlowTable flows={isWhole ? flows : flows.slice(0, fewFlows)} show={show} />
      {!isWhole && flows.length > fewFlows && <Button type="link" className={styles.bare} onClick={() => setWhole(true)}>还有 {flows.length - fewFlows} 种，全部显示</Button>}
    </section>
  )
}

const FlowTable = ({ flows, show }: { flows: Flow[], show: Part['show'] }) => (
  <DataTable label="从哪个单位到哪个单位" query={done({ rows: flows })} rowKey={({ no, from, to }) => `${no} ${from.id} ${to?.id}`} empty={<Nothing words="没有改派" />} columns={[
    { key: 'from', title: '当初派给', width: 150, isFixed: true, render: ({ from }) => from.name },
    { key: 'to', title: '草稿派给', width: 150, isFixed: true, render: ({ to }) => to?.name ?? '—' },
    { key: 'no', title: '规则', width: 110, render: ({ no }) => nameOf(no) },
    { key: 'count', title: '件数', width: 70, render: (flow: Flow) => <Button type="link" size="small" className={`number ${styles.bare}`} aria-label={`看从${flow.from.name}到${flow.to?.name}的 ${flow.count} 件`} onClick={() => show({ no: flow.no, from: flow.from.id, to: flow.to?.id, words: `${flow.from.name} → ${flow.to?.name}` })}>{flow.count}</Button> },
  ]} />
)

const done = <T,>(data: T) => ({ data, error: null, isPending: false, isFetching: false, refetch: () => undefined })

const columns: Column<Told['rows'][number]>[] = [
  { key: 'title', title: '事件', isFixed: true, render: (row) => <>{row.title}<br /><span className="number faint">{row.number}</span></> },
  { key: 'matter', title: '事项', width: 130, render: (row) => row.matter },
  { key: 'areaName', title: '辖区', width: 160, render: (row) => row.areaName },
  { key: 'from', title: '当初派给', width: 125, render: (row) => row.from.name },
  { key: 'finally', title: '后来在办', width: 125, render: (row) => row.finally ?? '—' },
  { key: 'to', title: '草稿派给', width: 125, render: (row) => row.to?.name ?? '—' },
  { key: 'no', title: '规则', width: 110, render: (row) => nameOf(row.no) },
  { key: 'sentAt', title: '首次派遣', width: 130, render: (row) => whenExact(row.sentAt) },
]
