import { PhoneOutlined } from '@ant-design/icons'
import { closeKind, eventSource, hotlineWords, satisfaction } from '@linli/contract/words/index'
import { Button, Descriptions } from 'antd'
import { useState } from 'react'
import { whenExact } from '../../parts/when.ts'
import styles from './event-facts.module.css'
import { suggestedBy } from './event-view.ts'
import type { EventView } from './event-view.ts'
import { RevealPhone } from './reveal-phone.tsx'

export const EventFacts = ({ event }: { event: EventView }) => (
  <section className="panel" aria-labelledby="facts">
    <h2 id="facts" className="panel-title">情况</h2>
    <div className="panel-body">
      <p className={styles.text}>{event.description}</p>
      {event.publicReply && <div className={styles.reply}><h3>给居民的答复</h3><p className={styles.text}>{event.publicReply}</p></div>}
      <Descriptions column={{ xs: 1, sm: 2 }} size="small" className={styles.list} items={items(event)} />
    </div>
  </section>
)

const items = (event: EventView) => [
  { key: 'matter', label: '事项', children: `${event.matter.name}（${event.matter.code}）` },
  { key: 'source', label: '来源', children: eventSource[event.source] },
  { key: 'area', label: '辖区', children: event.areaName },
  { key: 'place', label: '地点', children: event.place || '—' },
  { key: 'unit', label: '办理单位', children: event.unit ? `${event.unit.name}${event.person ? `，责任人 ${event.person.name}` : ''}` : (event.suggestedUnit ? `未派遣，建议${event.suggestedUnit.name}${event.suggestedPerson ? ` ${event.suggestedPerson.name}` : ''}（${suggestedBy(event)}）` : '未派遣') },
  { key: 'limit', label: '处置时限', children: event.handleLimit },
  { key: 'reportedAt', label: '上报时间', children: whenExact(event.reportedAt) },
  ...(event.reporter ? [{ key: 'reporter', label: '上报人', children: <Reporter event={event} /> }] : []),
  ...(event.hotlineAnswer ? hotlineItems(event.hotlineAnswer) : []),
  ...(event.rating ? [{ key: 'rating', label: '评价', children: ratingWords(event.rating) }] : []),
  ...(event.closeKind ? [{ key: 'close', label: '结案方式', children: closeKind[event.closeKind] }] : []),
]

const hotlineItems = ({ isTrue, isBeyondDuty, beyondKind, isContacted, contactedAt, isSolved, unsolvedReason }: NonNullable<EventView['hotlineAnswer']>) => [
  { key: 'isTrue', label: hotlineWords.isTrue, children: isTrue ? '是' : '否' },
  { key: 'isBeyondDuty', label: hotlineWords.isBeyondDuty, children: isBeyondDuty ? `是（${beyondKind}）` : '否' },
  { key: 'isContacted', label: hotlineWords.isContacted, children: isContacted ? `已联系${contactedAt ? `（${whenExact(contactedAt)}）` : ''}` : '未联系' },
  { key: 'isSolved', label: hotlineWords.isSolved, children: isSolved ? '已解决' : `未解决：${unsolvedReason}` },
]

const ratingWords = ({ score, isSolved, text }: NonNullable<EventView['rating']>) =>
  `${satisfaction[score as keyof typeof satisfaction]}，${isSolved ? '已解决' : '未解决'}${text ? `。“${text}”` : ''}`

function Reporter({ event }: { event: EventView }) {
  const [isOpen, setOpen] = useState(false)
  return (
    <span className={styles.reporter}>
      {event.reporter?.name || '未留姓名'} <span className="number">{event.reporter?.phone ?? ''}</span>
      {event.reporter?.phone && <Button size="small" icon={<PhoneOutlined aria-hidden />} onClick={() => setOpen(true)}>查看电话</Button>}
      <RevealPhone id={event.id} isOpen={isOpen} close={() => setOpen(false)} />
    </span>
  )
}
