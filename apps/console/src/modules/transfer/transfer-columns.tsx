import { transferStatus } from '@linli/contract/words/index'
import { Mark } from '../../parts/mark.tsx'
import type { Column } from '../../parts/table/column.ts'
import { whenWords } from '../../parts/when.ts'
import { MovedPerson } from './moved-person.tsx'
import { TransferActions } from './transfer-actions.tsx'
import { toWords } from './transfer-view.ts'
import type { TransferRow } from './transfer-view.ts'
import styles from './transfer.module.css'

const tones = { asked: 'amber', agreed: 'blue', done: 'blue', refused: 'plain', withdrawn: 'plain' } as const

export const StatusMark = ({ row }: { row: TransferRow }) => <Mark tone={tones[row.status]}>{transferStatus[row.status]}</Mark>

export const transferColumns: Column<TransferRow>[] = [
  { key: 'person', title: '姓名', width: 110, isFixed: true, render: (row) => <MovedPerson row={row} /> },
  { key: 'status', title: '状态', width: 84, isFixed: true, render: (row) => <StatusMark row={row} /> },
  { key: 'from', title: '现社区', width: 110, render: (row) => row.from.name },
  { key: 'to', title: '迁往', render: (row) => toWords(row) },
  { key: 'reason', title: '原因', width: 160, render: (row) => row.reason },
  { key: 'asked', title: '申请', width: 120, render: (row) => <>{row.askedBy}<br /><span className="faint">{whenWords(row.askedAt)}</span></> },
  { key: 'decided', title: '答复', width: 130, render: (row) => <Decided row={row} /> },
  { key: 'actions', title: '办理', width: 140, isFixed: true, render: (row) => <TransferActions row={row} /> },
]

export const Decided = ({ row }: { row: TransferRow }) => row.decidedAt ? <>{row.decidedBy}<br /><span className="faint">{whenWords(row.decidedAt)}{row.note && `：${row.note}`}</span></> : '—'

/** A row on a phone. */
export const transferCard = (row: TransferRow) => (
  <div className={styles.card}>
    <div className={styles.line}><MovedPerson row={row} /><StatusMark row={row} /></div>
    <p>{row.from.name} → {toWords(row)}</p>
    <p className="faint">{row.reason} · {row.askedBy} {whenWords(row.askedAt)}申请</p>
    {row.decidedAt && <p className="faint">{row.decidedBy} {whenWords(row.decidedAt)}答复{row.note && `：${row.note}`}</p>}
    <TransferActions row={row} />
  </div>
)
