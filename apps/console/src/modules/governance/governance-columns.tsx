import { Link } from 'react-router'
import type { Column } from '../../parts/table/column.ts'
import { dayWords, whenWords } from '../../parts/when.ts'
import { PressingTags, ReachTag, StatusTag } from './governance-tags.tsx'
import type { GovernanceRow } from './governance-view.ts'
import styles from './governance.module.css'

export const governanceColumns: Column<GovernanceRow>[] = [
  { key: 'title', title: '治理事项', isFixed: true, render: (row) => <Title row={row} /> },
  { key: 'status', title: '状态', width: 84, isFixed: true, render: (row) => <StatusTag status={row.status} /> },
  { key: 'matter', title: '事项', width: 120, render: (row) => row.matter.name },
  { key: 'place', title: '地点', width: 190, render: (row) => <Place row={row} /> },
  { key: 'events', title: '事件', width: 64, render: (row) => <strong>{row.events}</strong> },
  { key: 'unit', title: '责任单位', width: 130, render: (row) => <>{row.unit?.name ?? '—'}{row.person && <><br /><span className="faint">{row.person}</span></>}</> },
  { key: 'targetOn', title: '计划完成', width: 96, render: (row) => row.targetOn ? dayWords(row.targetOn) : '—' },
  { key: 'foundedAt', title: '立项', width: 130, render: (row) => <>{whenWords(row.foundedAt)}<br /><span className="faint">{row.foundedBy}</span></> },
]

const Title = ({ row }: { row: GovernanceRow }) => <span className={styles.tags}><Link data-row-link to={`/governance/${row.id}`}>{row.title}</Link><ReachTag reach={row.reach} /><PressingTags row={row} /></span>
const Place = ({ row }: { row: GovernanceRow }) => row.place === row.areaName ? row.areaName : <>{row.place}<br /><span className="faint">{row.areaName}</span></>

/** A row on a phone. */
export const governanceCard = (row: GovernanceRow) => (
  <div className={styles.card}>
    <Title row={row} />
    <div className={styles.tags}><StatusTag status={row.status} /><span className="faint">{row.matter.name} {row.events} 件</span></div>
    <p className="faint">{row.place} · {row.unit ? `${row.unit.name}，计划 ${row.targetOn ? dayWords(row.targetOn) : '—'} 完成` : `${whenWords(row.foundedAt)}立项`}</p>
  </div>
)
