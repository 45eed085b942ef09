import { callStatus, whistleKind, whistleOutcome, whistleStatus, whistleUrgency } from '@linli/contract/words/whistle.ts'
import { Box, Words } from '#element'
import { serverNow } from '../../kernel/clock.ts'
import { go } from '../../kernel/route.ts'
import { momentWords } from '../../kernel/time.ts'
import { Button } from '../../parts/button.tsx'
import { Card } from '../../parts/card.tsx'
import { Headed } from '../../parts/headed.tsx'
import { PhotoRow } from '../../parts/photo-row.tsx'
import type { Tone } from '../../parts/tag.tsx'
import type { Point } from '../../phone/phone.ts'
import { distanceWords, metresTo } from './near-rules.ts'
import type { StaffWhistle, WhistleRow } from './seen.ts'

type Call = StaffWhistle['calls'][number]

/** In a row there is room for one word. What was seen hours ago may be late by now. */
export function whistleTag({ status, light, arriveBy }: Pick<WhistleRow, 'status' | 'light' | 'arriveBy'>): { words: string, tone: Tone } {
  if (light === null || status !== 'blown') return { words: whistleStatus[status], tone: status === 'blown' ? 'going' : 'calm' }
  if (light === 'red' || light === 'severe' || Date.parse(arriveBy) < serverNow()) return { words: '已迟到', tone: 'wrong' }
  return light === 'yellow' ? { words: '快到时间', tone: 'soon' } : { words: '请到场', tone: 'going' }
}

/** What for, where to and by when. */
export function WhistleStanding({ whistle, from }: { whistle: StaffWhistle, from: Point | null }) {
  const { title, kind, urgency, requirement, areaName, place, point, arriveBy, blownBy, blownAt, event, outcome, withdrawnFor } = whistle
  const metres = metresTo(from, point)
  const where = place && place !== areaName ? `${areaName} ${place}` : areaName
  return (
    <Card>
      <Headed words={title} tag={whistleTag(whistle)} />
      <Words as="p" className="staff__where">{metres === null ? where : `${where}，离我 ${distanceWords(metres)}`}</Words>
      <Words as="p" className="staff__where">{`请在${momentWords(arriveBy)} 前到场`}</Words>
      <Words as="p" className="staff__description">{requirement}</Words>
      <Words as="p" className="staff__number">{`${whistleKind[kind]}，${whistleUrgency[urgency]}。${blownBy} ${momentWords(blownAt)} 吹哨`}</Words>
      {withdrawnFor && <Words as="p" className="staff__where">{`已撤销：${withdrawnFor}`}</Words>}
      {outcome && <Words as="p" className="staff__where">{`${whistleOutcome[outcome.outcome]}：${outcome.text}`}</Words>}
      {event && <Box className="staff__go"><Button words={`看事件 ${event.number}`} look="plain" isWide onPress={() => go('staffEvent', { id: event.id })} /></Box>}
    </Card>
  )
}

/** Each called unit; one's own first. */
export function Called({ whistle: { calls, myUnit } }: { whistle: StaffWhistle }) {
  const ordered = [...calls.filter(({ unit }) => unit.id === myUnit), ...calls.filter(({ unit }) => unit.id !== myUnit)]
  return <Card title={`召集的单位（${calls.length}）`}>{ordered.map((call) => <Part key={call.unit.id} call={call} isMine={call.unit.id === myUnit} />)}</Card>
}

const tones: Partial<Record<Call['status'], Tone>> = { called: 'soon', answered: 'going', arrived: 'good', fedBack: 'good', absent: 'wrong' }

function Part({ call, isMine }: { call: Call, isMine: boolean }) {
  const { unit, isLead, status, arrival, result, rating, officeRating } = call
  return (
    <Box className="staff__part">
      <Headed look="part" words={`${unit.name}${isLead ? '（主办）' : ''}${isMine ? '，本单位' : ''}`} tag={{ words: callStatus[status], tone: tones[status] }} />
      {arrival && <Words as="p" className="staff__waiting">{arrivalWords(arrival)}</Words>}
      {arrival && arrival.photos.length > 0 && <PhotoRow title="到场" ids={arrival.photos} />}
      {result && <Words as="p" className="staff__description">{`${result.text}（${result.by} ${momentWords(result.at)}）`}</Words>}
      {result && result.photos.length > 0 && <PhotoRow title="处置" ids={result.photos} />}
      {rating && <Words as="p" className="staff__waiting">{`街道评价：到场 ${rating.arrival} 星，配合 ${rating.cooperation} 星，${rating.isSolved ? '已解决' : '未解决'}${rating.note ? `。${rating.note}` : ''}`}</Words>}
      {officeRating && <Words as="p" className="staff__waiting">{`对街道的评价：${officeRating.isRight ? '哨吹得准' : '哨吹得不准'}，准备 ${officeRating.preparation} 星${officeRating.note ? `。${officeRating.note}` : ''}`}</Words>}
    </Box>
  )
}

/** When somebody was there, how far from the place, how late, and when the server heard of it. */
function arrivalWords({ at, by, metres, accuracy, reason, isNear, lateMinutes, heardAt }: NonNullable<Call['arrival']>): string {
  const about = accuracy === null ? '' : `（误差约 ${Math.round(accuracy)} 米）`
  const where = reason ? `没有定位：${reason}` : metres === null ? `已定位${about}` : `距现场 ${distanceWords(metres)}${about}${isNear === false ? '，不在现场' : ''}`
  const late = lateMinutes > 0 ? `，迟到 ${lateMinutes} 分钟` : ''
  const later = heardAt ? `，当时没有网络，${momentWords(heardAt)} 送达` : ''
  return `${by} ${momentWords(at)} 报到，${where}${late}${later}`
}
