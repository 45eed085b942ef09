import { eventSeverity, eventSource, photoPart } from '@linli/contract/words/event.ts'
import { Box, Words } from '#element'
import { momentWords } from '../../kernel/time.ts'
import { Card } from '../../parts/card.tsx'
import { Facts as NamedFacts } from '../../parts/facts.tsx'
import { PhotoRow } from '../../parts/photo-row.tsx'
import { Timeline } from '../../parts/timeline.tsx'
import type { Moment } from '../../parts/timeline.tsx'
import type { StaffEvent, Trace } from './seen.ts'

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
      <NamedFacts facts={facts} />
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

type Entry = Pick<Trace[number], 'at' | 'title' | 'by' | 'text' | 'takenAt'> & { publicText?: string | null, unit?: string | null }

/** What an outside unit wrote last of what it did. */
export function outsideResult(trace: Trace): string | null {
  const done = trace.filter(({ step }) => step === 'event.forward-done')
  return done.length > 0 ? done[done.length - 1]!.text : null
}

/** What happened so far, the newest first; what was done without a network, by when it was done. */
export function History({ trace }: { trace: readonly Entry[] }) {
  if (trace.length === 0) return null
  const moments = trace.reduceRight<Moment[]>((later, { at, title, by, unit, text, publicText, takenAt }) => later.concat({
    at: [momentWords(at), by, unit].filter(Boolean).join(' '), title, isNow: later.length === 0,
    text: [publicText, text, takenAt && `当时没有网络，手机记的办理时间：${momentWords(takenAt)}`].filter(Boolean).join('\n') || undefined,
  }), [])
  return <Card title="办理经过"><Timeline moments={moments} /></Card>
}
