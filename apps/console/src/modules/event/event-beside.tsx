import { eventStatus, limitUnit, requestKind, returnReason, suspendReason } from '@linli/contract/words/index'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { whenExact } from '../../parts/when.ts'
import styles from './event-beside.module.css'
import type { EventView } from './event-view.ts'

/** What stands beside the way of an event: why it came back or rests, applications, assisting units, supervision, and what belongs together. */
export function EventBeside({ event }: { event: EventView }) {
  const rows = [...standing(event), ...event.requests.map((one) => request(one, event.mostExtension)), ...event.assists.map(assist), ...event.supervisions.flatMap(supervision), ...together(event)]
  if (rows.length === 0) return null
  return (
    <section className="panel" aria-labelledby="beside">
      <h2 id="beside" className="panel-title">办理情况</h2>
      <ul className="panel-body">{rows.map(({ key, what, text, note }) => <li key={key} className={styles.row}><strong>{what}</strong><span>{text}{note && <span className="faint"> {note}</span>}</span></li>)}</ul>
    </section>
  )
}

interface Row { key: string, what: string, text: ReactNode, note?: ReactNode }

function standing({ returned, suspended, transferredTo, counts }: EventView): Row[] {
  const often = [[counts.returned, '次退回', counts.returnedLate], [counts.reworked, '次返工', 0], [counts.extended, '次延期', 0], [counts.urged, '次催办', 0]] as const
  const words = often.filter(([count]) => count > 0).map(([count, what, late]) => `${count} ${what}${late > 0 ? `（超时 ${late} 次）` : ''}`)
  return [
    ...(returned ? [{ key: 'returned', what: '已退回', text: returnReason[returned.reason], note: returned.note }] : []),
    ...(suspended ? [{ key: 'suspended', what: '挂账', text: suspendReason[suspended.reason], note: `复核日期 ${suspended.reviewAt}` }] : []),
    ...(transferredTo ? [{ key: 'transferred', what: '已移交', text: transferredTo }] : []),
    ...(words.length > 0 ? [{ key: 'counts', what: '累计', text: words.join('，') }] : []),
  ]
}

function request({ kind, by, at, reason, amount, until, decidedBy, isApproved, note }: EventView['requests'][number], { unit }: EventView['mostExtension']): Row {
  const answer = isApproved === null ? decidedBy ? '已撤回' : '等待审批' : `${decidedBy}${isApproved ? '同意' : '不同意'}`
  return { key: `request ${at}`, what: `申请${requestKind[kind]}`, text: `${amount === null ? '' : `延长 ${amount} ${limitUnit[unit]}，`}${until ? `复核日期 ${until}，` : ''}${reason}。${answer}${note ? `：${note}` : ''}`, note: `${by} ${whenExact(at)}` }
}

const assist = ({ unit, dueAt, result, doneAt }: EventView['assists'][number]): Row =>
  ({ key: `assist ${unit.id}`, what: '协办', text: `${unit.name}：${result ?? '办理中'}`, note: doneAt ? whenExact(doneAt) : dueAt && `${whenExact(dueAt)}前` })

const supervision = ({ by, at, text, dueAt, reply, repliedBy, isSatisfied }: EventView['supervisions'][number]): Row[] => [
  { key: `supervision ${at}`, what: '督办', text, note: `${by} ${whenExact(at)}，${whenExact(dueAt)}前答复` },
  ...(reply ? [{ key: `reply ${at}`, what: '督办答复', text: reply, note: `${repliedBy ?? ''}${isSatisfied === null ? '' : isSatisfied ? '，对答复满意' : '，对答复不满意'}` }] : []),
]

const together = ({ whole, merged, parts }: EventView): Row[] => [
  ...(whole ? [{ key: 'whole', what: '主件', text: <To event={whole} /> }] : []),
  ...merged.map((one) => ({ key: one.id, what: '并入的事件', text: <To event={one} /> })),
  ...parts.map((one) => ({ key: one.id, what: '分件', text: <To event={one} /> })),
]

const To = ({ event }: { event: NonNullable<EventView['whole']> }) => <Link to={`/event/${event.id}`}>{event.title}（{eventStatus[event.status]}）</Link>
