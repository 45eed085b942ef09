import { Button } from 'antd'
import { useState } from 'react'
import { DayRange } from '../../parts/day-range.tsx'
import { FilterBar } from '../../parts/filter-bar.tsx'
import { Answer, Nothing } from '../../parts/states.tsx'
import type { Column } from '../../parts/table/column.ts'
import { DataTable } from '../../parts/table/data-table.tsx'
import { BehindList, whichWords } from './behind-list.tsx'
import type { Wanted } from './behind-list.tsx'
import { rateWords, sentenceOf } from './rule-words.ts'
import type { Rule } from './rule-words.ts'
import styles from './try-out.module.css'
import { lastDays, useAccuracy } from './use-accuracy.ts'
import type { Accuracy } from './use-accuracy.ts'

/** How often the first dispatch was right, in all and by the rule that spoke. */
export function AccuracyTable({ rules }: { rules: Rule[] }) {
  const [range, setRange] = useState(lastDays)
  const query = useAccuracy(range)
  const [open, setOpen] = useState<Wanted>()
  return (
    <>
      <FilterBar isFiltered={false} clear={() => undefined}>
        <DayRange aria-label="首次派遣的日期" from={range.from} until={range.until} onChange={({ from, until }) => setRange({ from: from ?? lastDays().from, until: until ?? lastDays().until })} />
      </FilterBar>
      <Answer query={query}>{({ formula, all }) => (
        <p style={{ marginBottom: 10 }}>
          首派准确率 <strong className="number">{rateWords(all.rate)}</strong>：首次派遣 <Counted all={all} which="sent" open={setOpen} /> 件，其中转派过 <Counted all={all} which="missent" open={setOpen} /> 件；按建议派遣 <Counted all={all} which="followed" open={setOpen} /> 件。<span className="faint">{formula}</span>
        </p>
      )}</Answer>
      <DataTable label="各条规则的首派准确率" query={{ ...query, data: query.data && { rows: query.data.rules } }} columns={columnsFor(rules, setOpen)} rowKey={(row) => row.rule ?? 'matter'} empty={<Nothing words="这段时间没有首次派遣的事件" />} />
      {open && <BehindList key={JSON.stringify({ range, open })} range={range} wanted={open} close={() => setOpen(undefined)} />}
    </>
  )
}

interface CountedProps { all: Pick<Accuracy, 'sent' | 'missent' | 'followed'>, which: Wanted['which'], rule?: { id: string | null, words: string }, open: (wanted: Wanted) => void }

/** A number that opens the events it counts. */
const Counted = ({ all, which, rule, open }: CountedProps) => all[which] === 0
  ? <span className="number">0</span>
  : <Button type="link" size="small" className={`number ${styles.bare}`} aria-label={`看${rule?.words ?? ''}${whichWords[which]}的 ${all[which]} 件`} onClick={() => open({ which, rule })}>{all[which]}</Button>

const columnsFor = (rules: Rule[], open: (wanted: Wanted) => void): Column<Accuracy>[] => [
  { key: 'rule', title: '规则', isFixed: true, render: (row) => wordsOf(row, rules) },
  { key: 'rate', title: '首派准确率', width: 110, render: (row) => <span className="number">{rateWords(row.rate)}</span> },
  { key: 'sent', title: '首次派遣', width: 100, render: (row) => <><Counted all={row} which="sent" rule={{ id: row.rule, words: wordsOf(row, rules) }} open={open} /> 件</> },
  { key: 'missent', title: '转派过', width: 100, render: (row) => <><Counted all={row} which="missent" rule={{ id: row.rule, words: wordsOf(row, rules) }} open={open} /> 件</> },
  { key: 'followed', title: '按建议派遣', width: 110, render: (row) => <><Counted all={row} which="followed" rule={{ id: row.rule, words: wordsOf(row, rules) }} open={open} /> 件</> },
]

function wordsOf({ rule: id, version, no }: Accuracy, rules: Rule[]): string {
  if (id === null) return '没有规则符合，按事项自己的办理单位'
  const at = rules.findIndex((rule) => rule.id === id)
  return at < 0 ? `以前的规则（第 ${version} 版第 ${no} 条）` : `第 ${at + 1} 条：${sentenceOf(rules[at]!)}`
}
