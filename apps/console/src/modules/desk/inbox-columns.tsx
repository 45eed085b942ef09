import type { Output } from '@linli/contract'
import { limitUnit, requestKind, suspendReason } from '@linli/contract/words/index'
import type { EventStep } from '@linli/contract/words/index'
import { useAsk } from '../../kernel/ask.ts'
import { useMe } from '../../kernel/session.ts'
import type { Column } from '../../parts/table/column.ts'
import { whenWords } from '../../parts/when.ts'
import type { EventRow } from '../event/event-view.ts'
import { RowStep } from '../event/step/row-step.tsx'
import styles from './inbox-columns.module.css'

type Open = Output<'desk', 'open'>['rows'][number]
export type Inbox = 'approval' | 'supervision'

/** The columns that an inbox has besides: what is asked or demanded, and the answer to it at hand. */
export function useInboxColumns(inbox: Inbox | undefined, rows: EventRow[]): Column<EventRow>[] {
  const isWanted = inbox !== undefined && rows.length > 0
  const asked = useAsk('desk', 'open', { ids: rows.map(({ id }) => id) }, { topic: 'event', keepsLast: true, isWanted })
  const mine = useMe().may['event.supervise'] ?? []
  const of = (row: EventRow) => asked.data?.rows.find(({ id }) => id === row.id)
  if (inbox === 'approval') {
    return [
      { key: 'asked', title: '申请', width: 260, isFixed: true, render: (row) => <Asked request={of(row)?.request} /> },
      { key: 'decide', title: '审批', width: 132, isFixed: true, render: (row) => <Decide row={row} request={of(row)?.request} /> },
    ]
  }
  if (inbox === undefined) return []
  return [
    { key: 'demanded', title: '督办要求', width: 212, isFixed: true, render: (row) => <Demanded supervision={of(row)?.supervision} /> },
    { key: 'reply', title: '督办答复', width: 200, isFixed: true, render: (row) => <Reply supervision={of(row)?.supervision} /> },
    ...(mine.length > 0 ? [{ key: 'end', title: '办理', width: 96, isFixed: true, render: (row: EventRow) => mine.some((area) => row.area.startsWith(area)) && <RowStep id={row.id} title={row.title} step="endSupervision" words="办结督办" /> }] : []),
  ]
}

const Asked = ({ request }: { request: Open['request'] | undefined }) => request && (
  <>
    <p><strong>{requestKind[request.kind]}{request.amount !== null && ` ${request.amount} ${limitUnit[request.unit]}`}</strong>{request.why && `（${suspendReason[request.why]}）`}{request.until && ` 复核日期 ${request.until}`}</p>
    <p className={styles.words}>{request.reason}</p>
    <p className="faint">{request.by} {whenWords(request.at)}</p>
  </>
)

const approval: Record<NonNullable<Open['request']>['kind'], EventStep> = { extension: 'approveExtension', suspension: 'approveSuspension', cancel: 'approveCancel' }

const Decide = ({ row, request }: { row: EventRow, request: Open['request'] | undefined }) => request && (
  <span className={styles.steps}>
    <RowStep id={row.id} title={row.title} step={approval[request.kind]} words="同意" />
    <RowStep id={row.id} title={row.title} step="refuse" words="不同意" />
  </span>
)

const Demanded = ({ supervision }: { supervision: Open['supervision'] | undefined }) => supervision && (
  <>
    <p className={styles.words}>{supervision.text}</p>
    <p className="faint">{supervision.by} {whenWords(supervision.at)}</p>
  </>
)

function Reply({ supervision }: { supervision: Open['supervision'] | undefined }) {
  if (!supervision) return null
  if (supervision.reply === null) return <p className={supervision.isLate ? styles.late : undefined}>{supervision.isLate ? '逾期没有答复' : '等待答复'}，期限 {whenWords(supervision.dueAt)}</p>
  return (
    <>
      <p className={styles.words}>{supervision.reply}</p>
      <p className="faint">{supervision.repliedBy} {supervision.repliedAt && whenWords(supervision.repliedAt)}</p>
    </>
  )
}
