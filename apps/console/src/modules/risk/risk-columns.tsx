import { riskKind, warningRole } from '@linli/contract/words/index'
import { Link } from 'react-router'
import type { Column } from '../../parts/table/column.ts'
import { whenWords } from '../../parts/when.ts'
import { ColourTag, StateTag } from './risk-tags.tsx'
import { warningAddress, whyAddress } from './risk-view.ts'
import type { Scored, WarningRow } from './risk-view.ts'
import styles from './risk.module.css'

export const scoredColumns: Column<Scored>[] = [
  { key: 'name', title: '对象', isFixed: true, render: (row) => <Link data-row-link to={whyAddress(row)}>{row.name}</Link> },
  { key: 'colour', title: '颜色', width: 84, isFixed: true, render: (row) => <ColourTag colour={row.colour} /> },
  { key: 'score', title: '分值', width: 70, render: (row) => <strong className="number">{row.score}</strong> },
  { key: 'reasons', title: '原因', width: 360, render: (row) => <Reasons reasons={row.reasons} /> },
  { key: 'since', title: '变色时间', width: 130, render: (row) => whenWords(row.since) },
  { key: 'warning', title: '预警', width: 84, render: (row) => row.warning ? <Link to={warningAddress({ kind: row.kind, id: row.warning })}>待处置</Link> : '—' },
]

export const warningColumns: Column<WarningRow>[] = [
  { key: 'name', title: '对象', isFixed: true, render: (row) => <><Link data-row-link to={warningAddress(row)}>{row.name}</Link><br /><span className="faint">{riskKind[row.kind]}</span></> },
  { key: 'colour', title: '预警颜色', width: 90, isFixed: true, render: (row) => <ColourTag colour={row.colour} /> },
  { key: 'now', title: '现在', width: 84, render: (row) => row.now ? <ColourTag colour={row.now} /> : '—' },
  { key: 'state', title: '状态', width: 122, isFixed: true, render: (row) => <StateTag state={row.state} isOverdue={row.isOverdue} /> },
  { key: 'reasons', title: '原因', width: 262, render: (row) => <Reasons reasons={row.reasons} /> },
  { key: 'role', title: '由谁处置', width: 100, render: (row) => warningRole[row.role] },
  { key: 'dueAt', title: '期限', width: 130, render: (row) => whenWords(row.dueAt) },
  { key: 'raisedAt', title: '预警时间', width: 130, render: (row) => whenWords(row.raisedAt) },
]

const Reasons = ({ reasons }: { reasons: string[] }) => <ul className={styles.reasons}>{reasons.slice(0, 3).map((one) => <li key={one}>{one}</li>)}{reasons.length > 3 && <li>等 {reasons.length} 条</li>}</ul>

export const scoredCard = (row: Scored) => <div><span className={styles.name}><Link data-row-link to={whyAddress(row)}>{row.name}</Link><ColourTag colour={row.colour} words={`${row.score} 分`} /></span><Reasons reasons={row.reasons} /></div>
export const warningCard = (row: WarningRow) => <div><span className={styles.name}><Link data-row-link to={warningAddress(row)}>{row.name}</Link><ColourTag colour={row.colour} /><StateTag state={row.state} isOverdue={row.isOverdue} /></span><Reasons reasons={row.reasons} /><p className="faint">{warningRole[row.role]} {whenWords(row.dueAt)} 前</p></div>
