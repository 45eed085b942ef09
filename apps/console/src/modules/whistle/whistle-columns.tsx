import { Link } from 'react-router'
import type { Column } from '../../parts/table/column.ts'
import { whenWords } from '../../parts/when.ts'
import { LightTag } from '../event/light-tag.tsx'
import { KindTag, LateTag, StatusTag, UrgencyTag } from './whistle-tags.tsx'
import type { WhistleRow } from './whistle-view.ts'
import styles from './whistle.module.css'

export const whistleColumns: Column<WhistleRow>[] = [
  { key: 'title', title: '事由', isFixed: true, render: (row) => <Title row={row} /> },
  { key: 'status', title: '状态', width: 84, isFixed: true, render: (row) => <StatusTag status={row.status} /> },
  { key: 'due', title: '到场时限', width: 200, render: (row) => <LightTag light={row.light} dueAt={row.arriveBy} /> },
  { key: 'units', title: '召集单位', width: 260, render: (row) => <Units row={row} /> },
  { key: 'place', title: '地点', width: 180, render: (row) => row.place },
  { key: 'blownAt', title: '吹哨', width: 150, render: (row) => <>{whenWords(row.blownAt)}<br /><span className="faint">{row.blownBy}</span></> },
]

const Title = ({ row }: { row: WhistleRow }) => <span><UrgencyTag urgency={row.urgency} /> <Link data-row-link to={`/whistle/${row.id}`}>{row.title}</Link> <KindTag kind={row.kind} /></span>

function Units({ row }: { row: WhistleRow }) {
  const there = row.calls.filter(({ status }) => status === 'arrived' || status === 'fedBack').length
  const late = row.status !== 'withdrawn' && row.calls.some(({ isLate }) => isLate)
  return <><span className="number">到场 {there} / {row.calls.length}</span>{late && <> <LateTag words="有逾期" /></>}<br /><span className="faint">{row.calls.map(({ unit, isLead }) => isLead ? `${unit.name}（主办）` : unit.name).join('、')}</span></>
}

/** A row on a phone. */
export const whistleCard = (row: WhistleRow) => (
  <div className={styles.card}>
    <Title row={row} />
    <div className={styles.tags}><StatusTag status={row.status} />{row.light && <LightTag light={row.light} dueAt={row.arriveBy} />}</div>
    <div><Units row={row} /></div>
    <p className="faint">{row.place} · {whenWords(row.blownAt)}吹哨</p>
  </div>
)
