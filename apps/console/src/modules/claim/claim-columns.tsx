import { recordKind } from '@linli/contract/words/index'
import { Link } from 'react-router'
import type { Column } from '../../parts/table/column.ts'
import { whenWords } from '../../parts/when.ts'
import { ClaimActions } from './claim-actions.tsx'
import { ClaimSides } from './claim-sides.tsx'
import type { Claim } from './claim-view.ts'
import styles from './claim.module.css'

const Record = ({ claim }: { claim: Claim }) => <Link data-row-link to={`/${claim.kind}/${claim.record.id}`}>{claim.record.name || recordKind[claim.kind]}</Link>

export const claimColumns: Column<Claim>[] = [
  { key: 'record', title: '记录', width: 140, isFixed: true, render: (row) => <><Record claim={row} /><br /><span className="faint">{recordKind[row.kind]}</span></> },
  { key: 'field', title: '项目', width: 110, isFixed: true, render: (row) => row.label },
  { key: 'sides', title: '现有 → 建议', isFixed: true, width: 380, render: (row) => <ClaimSides claim={row} /> },
  { key: 'area', title: '辖区', width: 150, render: (row) => row.areaName },
  { key: 'at', title: '提出', width: 110, render: (row) => whenWords(row.at) },
  { key: 'actions', title: '办理', width: 160, isFixed: true, render: (row) => <ClaimActions claim={row} /> },
]

/** A row on a phone. */
export const claimCard = (row: Claim) => (
  <div className={styles.card}>
    <div><strong><Record claim={row} /></strong>　{row.label}</div>
    <ClaimSides claim={row} />
    <span className="faint">{row.areaName} · {whenWords(row.at)}</span>
    <ClaimActions claim={row} />
  </div>
)
