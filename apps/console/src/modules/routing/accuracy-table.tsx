import { useState } from 'react'
import { DayRange } from '../../parts/day-range.tsx'
import { FilterBar } from '../../parts/filter-bar.tsx'
import { Answer, Nothing } from '../../parts/states.tsx'
import type { Column } from '../../parts/table/column.ts'
import { DataTable } from '../../parts/table/data-table.tsx'
import { rateWords, sentenceOf } from './rule-words.ts'
import type { Rule } from './rule-words.ts'
import { lastDays, useAccuracy } from './use-accuracy.ts'
import type { Accuracy } from './use-accuracy.ts'

/** How often the first dispatch was right, in all and by the rule that spoke. */
export function AccuracyTable({ rules }: { rules: Rule[] }) {
  const [range, setRange] = useState(lastDays)
  const query = useAccuracy(range)
  return (
    <>
      <FilterBar isFiltered={false} clear={() => undefined}>
        <DayRange aria-label="首次派遣的日期" from={range.from} until={range.until} onChange={({ from, until }) => setRange({ from: from ?? lastDays().from, until: until ?? lastDays().until })} />
      </FilterBar>
      <Answer query={query}>{({ formula, all }) => (
        <p style={{ marginBottom: 10 }}>
          首派准确率 <strong className="number">{rateWords(all.rate)}</strong>：首次派遣 {all.sent} 件，其中转派过 {all.missent} 件；按建议派遣 {all.followed} 件。<span className="faint">{formula}</span>
        </p>
      )}</Answer>
      <DataTable label="各条规则的首派准确率" query={{ ...query, data: query.data && { rows: query.data.rules } }} columns={columnsFor(rules)} rowKey={(row) => row.rule ?? 'matter'} empty={<Nothing words="这段时间没有首次派遣的事件" />} />
    </>
  )
}

const columnsFor = (rules: Rule[]): Column<Accuracy>[] => [
  { key: 'rule', title: '规则', isFixed: true, render: (row) => wordsOf(row, rules) },
  { key: 'rate', title: '首派准确率', width: 110, render: (row) => <span className="number">{rateWords(row.rate)}</span> },
  { key: 'sent', title: '首次派遣', width: 100, render: (row) => <span className="number">{row.sent} 件</span> },
  { key: 'missent', title: '转派过', width: 100, render: (row) => <span className="number">{row.missent} 件</span> },
  { key: 'followed', title: '按建议派遣', width: 110, render: (row) => <span className="number">{row.followed} 件</span> },
]

function wordsOf({ rule: id, version, no }: Accuracy, rules: Rule[]): string {
  if (id === null) return '没有规则符合，按事项自己的办理单位'
  const at = rules.findIndex((rule) => rule.id === id)
  return at < 0 ? `以前的规则（第 ${version} 版第 ${no} 条）` : `第 ${at + 1} 条：${sentenceOf(rules[at]!)}`
}
