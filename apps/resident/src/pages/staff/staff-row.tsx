import { eventStatus } from '@linli/contract/words/event.ts'
import { serverNow } from '../../kernel/clock.ts'
import { go } from '../../kernel/route.ts'
import { staff } from '../../kernel/staff.ts'
import { useStore } from '../../kernel/store.ts'
import { latestWords } from '../../kernel/time.ts'
import { ListRow } from '../../parts/list-row.tsx'
import { Tag } from '../../parts/tag.tsx'
import type { Tone } from '../../parts/tag.tsx'
import type { Point } from '../../phone/phone.ts'
import { toneOf } from '../event/status.ts'
import { distanceWords, metresTo } from './near-rules.ts'
import type { StaffRow as Row } from './seen.ts'
import { useMine } from './use-mine.ts'

/** One event in the list: how far, where, until when; what this phone still holds of it stands out. */
export function StaffRow({ row, from }: { row: Row, from: Point | null }) {
  const metres = metresTo(from, row.point)
  const where = row.place && row.place !== row.areaName ? `${row.areaName} ${row.place}` : row.areaName
  const isNamed = useStore(staff).id === row.person?.id
  const note = rowNote([...(isNamed ? ['我的责任'] : []), ...(metres === null ? [] : [distanceWords(metres)]), ...(row.dueAt ? [latestWords(row.dueAt)] : [])], where)
  const mine = useMine().filter(({ event, state }) => event?.id === row.id && (state === 'waiting' || state === 'refused'))
  const standing = mine.length > 0 ? parcelTag(mine.some(({ state }) => state === 'refused')) : pressing(row) ?? eventTag(row)
  return <ListRow title={row.title} note={note} end={<Tag {...standing} />} onPress={() => go('staffEvent', { id: row.id })} />
}

/** How far and until when, then where: each on a line of its own. */
export const rowNote = (short: readonly string[], where: string) => [short.join(' · '), where].filter(Boolean).join('\n')

export const parcelTag = (isRefused: boolean): { words: string, tone: Tone } => isRefused ? { words: '没有办成', tone: 'wrong' } : { words: '待发送', tone: 'soon' }

/** In a row there is room for one word. What was seen hours ago may be late by now. */
function pressing({ isOverdue, light, dueAt }: Pick<Row, 'isOverdue' | 'light' | 'dueAt'>): { words: string, tone: Tone } | null {
  if (light === 'severe') return { words: '严重超时', tone: 'wrong' }
  if (isOverdue || light === 'red' || (dueAt !== null && Date.parse(dueAt) < serverNow())) return { words: '已超时', tone: 'wrong' }
  return light === 'yellow' ? { words: '快到期', tone: 'soon' } : null
}

/** Late is said in words, too. */
export function eventTag({ status, ...row }: Pick<Row, 'status' | 'isOverdue' | 'light' | 'dueAt'>): { words: string, tone: Tone } {
  const late = pressing(row)
  return late ? { ...late, words: `${eventStatus[status]}，${late.words}` } : { words: eventStatus[status], tone: toneOf[status] }
}
