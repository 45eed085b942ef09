import type { Output } from '@linli/contract'
import { Button } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { Link } from 'react-router'
import { useAsk } from '../../kernel/ask.ts'
import { useMay } from '../../kernel/session.ts'
import type { Column } from '../../parts/table/column.ts'
import { DataTable } from '../../parts/table/data-table.tsx'
import { whenExact } from '../../parts/when.ts'
import styles from './try-out.module.css'

export const whichWords = { sent: '首次派遣', missent: '转派过', followed: '按建议派遣' } as const

/** Which number was opened: of one rule, of what no rule said (null), or of all. */
export interface Wanted { which: keyof typeof whichWords, rule: { id: string | null, words: string } | undefined }

type Row = Output<'routing', 'behind'>['rows'][number]

/** The events behind a number of the accuracy, the latest first, a page at a time. */
export function BehindList({ range, wanted: { which, rule }, close }: { range: { from: string, until: string }, wanted: Wanted, close: () => void }) {
  const [trail, setTrail] = useState<string[]>([])
  const title = useRef<HTMLHeadingElement>(null)
  const mayOpen = useMay('event.view')
  const query = useAsk('routing', 'behind', { ...range, which, rule: rule?.id, after: trail[trail.length - 1] }, { keepsLast: true })
  useEffect(() => title.current?.focus(), [])
  const pager = { after: trail[trail.length - 1], page: trail.length + 1, back: trail.length > 0 ? () => setTrail(trail.slice(0, -1)) : undefined, first: trail.length > 1 ? () => setTrail([]) : undefined, on: (next: string) => setTrail([...trail, next]) }
  return (
    <section aria-labelledby="behind" style={{ marginTop: 16 }}>
      <h2 id="behind" ref={title} tabIndex={-1} className={styles.title}>{whichWords[which]}的事件{rule && `：${rule.words}`} <Button size="small" onClick={close}>收起</Button></h2>
      <DataTable label="首派准确率的事件" query={query} columns={columnsWith(mayOpen)} rowKey={(row) => row.id} pager={pager} />
    </section>
  )
}

const columnsWith = (mayOpen: boolean): Column<Row>[] => [
  { key: 'title', title: '事件', isFixed: true, render: (row) => <>{mayOpen ? <Link to={`/event/${row.id}`}>{row.title}</Link> : row.title}<br /><span className="number faint">{row.number}</span></> },
  { key: 'matter', title: '事项', width: 140, render: (row) => row.matter },
  { key: 'areaName', title: '辖区', width: 170, render: (row) => row.areaName },
  { key: 'to', title: '首次派给', width: 130, render: (row) => row.to.name },
  { key: 'finally', title: '现在在办', width: 130, render: (row) => row.finally ?? '—' },
  { key: 'sentAt', title: '首次派遣', width: 140, render: (row) => whenExact(row.sentAt) },
]
