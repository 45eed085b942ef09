import { eventSeverity, eventSource, photoPart } from '@linli/contract/words/event.ts'
import { Box, Heading, Words } from '#element'
import { latestWords, momentWords } from '../../kernel/time.ts'
import { Card } from '../../parts/card.tsx'
import { PhotoRow } from '../../parts/photo-row.tsx'
import { Tag } from '../../parts/tag.tsx'
import { Timeline } from '../../parts/timeline.tsx'
import type { Moment } from '../../parts/timeline.tsx'
import type { Point } from '../../phone/phone.ts'
import { distanceWords, metresTo } from './near-rules.ts'
import type { StaffEvent, Trace } from './seen.ts'
import { eventTag } from './staff-row.tsx'

/** What it is, until when, and how far away. */
export function Standing({ event, from }: { event: StaffEvent, from: Point | null }) {
  const metres = metresTo(from, event.point)
  const where = event.place && event.place !== event.areaName ? `${event.areaName} ${event.place}` : event.areaName
  return (
    <Card>
      <Box className="staff__head">
        <Heading level={2} className="staff__title">{event.title}</Heading>
        <Tag {...eventTag(event)} />
      </Box>
      <Words as="p" className="staff__where">{metres === null ? where : `${where}，离我 ${distanceWords(metres)}`}</Words>
      {event.dueAt && <Words as="p" className="staff__where">{latestWords(event.dueAt)}</Words>}
      <Words as="p" className="staff__number">{`编号 ${event.number}`}</Words>
    </Card>
  )
}

/** What was reported, what was done, and the photos of both. */
export function Facts({ event }: { event: StaffEvent }) {
  const { description, matter, source, severity, reporter, publicReply, unit, person, reportedAt } = event
  const facts = {
    事项: matter.name, 来源: eventSource[source], ...(severity !== 'ordinary' && { 级别: eventSeverity[severity] }), 上报时间: momentWords(reportedAt),
    ...(reporter && { 上报人: [reporter.name, reporter.phone].filter(Boolean).join(' ') }), ...(unit && { 办理单位: person ? `${unit.name}，责任人 ${person.name}` : unit.name }), ...(publicReply && { 公开答复: publicReply }),
  }
  return (
    <Card title="上报的内容">
      <Words as="p" className="staff__description">{description}</Words>
      {Object.entries(facts).map(([name, value]) => (
        <Box key={name} className="staff__fact">
          <Words className="staff__fact-name">{name}</Words>
          <Words className="staff__fact-value">{value}</Words>
        </Box>
      ))}
      <Photos photos={event.photos} />
    </Card>
  )
}

const parts = ['before', 'answer', 'after', 'check'] as const

/** Before and after under each other, so that they are compared. */
function Photos({ photos }: Pick<StaffEvent, 'photos'>) {
  const groups = parts.map((part) => ({ part, ids: photos.filter((photo) => photo.part === part).map(({ id }) => id) })).filter(({ ids }) => ids.length > 0)
  return <Box className="staff__photos">{groups.map(({ part, ids }) => <PhotoRow key={part} title={photoPart[part]} ids={ids} />)}</Box>
}

/** What an outside unit wrote last of what it did. */
export function outsideResult(trace: Trace): string | null {
  const done = trace.filter(({ step }) => step === 'event.forward-done')
  return done.length > 0 ? done[done.length - 1]!.text : null
}

/** What happened so far, the newest first. */
export function History({ trace }: { trace: Trace }) {
  if (trace.length === 0) return null
  const moments = trace.reduceRight<Moment[]>((later, { at, title, by, text, publicText }) =>
    later.concat({ at: [momentWords(at), by].filter(Boolean).join(' '), title, text: [publicText, text].filter(Boolean).join('\n') || undefined, isNow: later.length === 0 }), [])
  return <Card title="办理经过"><Timeline moments={moments} /></Card>
}
