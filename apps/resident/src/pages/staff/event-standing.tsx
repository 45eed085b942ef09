import { eventFlag, requestKind, returnReason, suspendReason } from '@linli/contract/words/event.ts'
import { Box, Words } from '#element'
import { go } from '../../kernel/route.ts'
import { dayWords, latestWords, momentWords } from '../../kernel/time.ts'
import { Button } from '../../parts/button.tsx'
import { Card } from '../../parts/card.tsx'
import { Headed } from '../../parts/headed.tsx'
import { Notice } from '../../parts/notice.tsx'
import { Tag } from '../../parts/tag.tsx'
import type { Point } from '../../phone/phone.ts'
import { distanceWords, metresTo } from './near-rules.ts'
import type { StaffEvent } from './seen.ts'
import { eventTag } from './staff-row.tsx'

/** Said by the lamp already, or by the page itself. */
const elsewhere = ['overdue', 'severe', 'supervised', 'selfHandled']

/** What it is, until when, and how far away. */
export function Standing({ event, from }: { event: StaffEvent, from: Point | null }) {
  const metres = metresTo(from, event.point)
  const where = event.place && event.place !== event.areaName ? `${event.areaName} ${event.place}` : event.areaName
  const flags = event.flags.filter((flag) => !elsewhere.includes(flag))
  return (
    <Card>
      <Headed words={event.title} tag={eventTag(event)} />
      <Words as="p" className="staff__where">{metres === null ? where : `${where}，离我 ${distanceWords(metres)}`}</Words>
      {event.dueAt && <Words as="p" className="staff__where">{latestWords(event.dueAt)}</Words>}
      {flags.length > 0 && <Box className="staff__flags">{flags.map((flag) => <Tag key={flag} words={eventFlag[flag]} tone={flag === 'urgent' ? 'wrong' : 'soon'} />)}</Box>}
      <Words as="p" className="staff__number">{`编号 ${event.number}`}</Words>
    </Card>
  )
}

/** What stands beside the state and has to be known before anything is done. */
export function Asides({ event: { supervisions, pending, requests, suspended, returned, whole, assists } }: { event: StaffEvent }) {
  const supervision = supervisions.find(({ endedAt }) => endedAt === null)
  const request = requests.find(({ decidedAt }) => decidedAt === null)
  return (
    <>
      {supervision && (
        <Notice kind="wrong">
          <Words as="p">{`${supervision.by} 督办，${latestWords(supervision.dueAt)}答复：${supervision.text}`}</Words>
          {supervision.reply && <Words as="p">{`${supervision.repliedBy} 已答复：${supervision.reply}`}</Words>}
        </Notice>
      )}
      {pending && <Notice kind="soon">{`${requestKind[pending]}申请等待审批${request ? `：${request.reason}（${request.by} ${momentWords(request.at)}）` : ''}`}</Notice>}
      {suspended && <Notice kind="soon">{`已挂账（${suspendReason[suspended.reason]}），${dayWords(suspended.reviewAt)}再看，挂账期间不计时。`}</Notice>}
      {returned && <Notice>{`上次退回：${returnReason[returned.reason]}${returned.note ? `。${returned.note}` : ''}`}</Notice>}
      {assists.filter(({ doneAt, note }) => doneAt === null && note).map(({ unit, note }) => <Notice key={unit.id}>{`请${unit.name}协办：${note}`}</Notice>)}
      {whole && (
        <Notice kind="soon">
          {`这件事已经和 ${whole.number} 一起办：${whole.title}`}
          <Button words="看那一件" look="plain" onPress={() => go('staffEvent', { id: whole.id })} />
        </Notice>
      )}
    </>
  )
}
