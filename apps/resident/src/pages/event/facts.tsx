import { photoPart } from '@linli/contract/words/event.ts'
import { Box, Words } from '#element'
import { momentWords } from '../../kernel/time.ts'
import { Card } from '../../parts/card.tsx'
import { Facts } from '../../parts/facts.tsx'
import { PhotoRow } from '../../parts/photo-row.tsx'
import { Stars } from '../../parts/rating.tsx'
import { Timeline } from '../../parts/timeline.tsx'
import type { Moment } from '../../parts/timeline.tsx'
import type { MyEvent } from './my-event.ts'

type Part = keyof typeof photoPart

/** What came of it: the reply, photos of afterwards, and what this person said to it. */
export function Result({ event }: { event: MyEvent }) {
  const { publicReply, handledBy, rating } = event
  const hasPhotos = event.photos.some(({ part }) => part === 'after' || part === 'check')
  return (
    <>
      {(publicReply || hasPhotos) && (
        <Card title="办理结果">
          {publicReply && <Words as="p" className="event__reply">{publicReply}</Words>}
          {handledBy && <Words as="p" className="event__by">{`办理单位：${handledBy}`}</Words>}
          <Photos event={event} parts={['after', 'check']} />
        </Card>
      )}
      {rating && (
        <Card title="您的评价">
          <Stars score={rating.score} />
          <Words as="p">{rating.isSolved ? '问题解决了' : '问题没有解决'}</Words>
          {rating.text && <Words as="p">{rating.text}</Words>}
        </Card>
      )}
    </>
  )
}

/** What happened so far, the newest first. */
export function History({ event }: { event: MyEvent }) {
  const moments = event.trace.reduceRight<Moment[]>((later, { at, title, text }) => later.concat({ at: momentWords(at), title, text: text ?? undefined, isNow: later.length === 0 }), [])
  return <Card title="办理经过"><Timeline moments={moments} /></Card>
}

/** What was reported, in the person's own words. */
export function Reported({ event }: { event: MyEvent }) {
  const { description, matter, areaName, place, reportedAt } = event
  const facts = { 类别: matter, 地点: place === areaName ? place : `${areaName}，${place}`, 上报时间: momentWords(reportedAt) }
  return (
    <Card title="您上报的内容">
      <Words as="p" className="event__description">{description}</Words>
      <Facts facts={facts} />
      <Photos event={event} parts={['before', 'answer']} />
    </Card>
  )
}

/** One row for each kind of photo there is. */
function Photos({ event, parts }: { event: MyEvent, parts: readonly Part[] }) {
  const groups = parts.map((part) => ({ part, ids: event.photos.filter((photo) => photo.part === part).map(({ id }) => id) })).filter(({ ids }) => ids.length > 0)
  if (groups.length === 0) return null
  return <Box className="event__photos">{groups.map(({ part, ids }) => <PhotoRow key={part} title={photoPart[part]} ids={ids} />)}</Box>
}
