import { eventStatus } from '@linli/contract/words/event.ts'
import { go } from '../../kernel/route.ts'
import { staff } from '../../kernel/staff.ts'
import { useStore } from '../../kernel/store.ts'
import { latestWords } from '../../kernel/time.ts'
import { ListRow } from '../../parts/list-row.tsx'
import { Tag } from '../../parts/tag.tsx'
import type { Tone } from '../../parts/tag.tsx'
import type { Point } from '../../phone/phone.ts'
import { distanceWords, metresTo } from './near-rules.ts'
import type { StaffRow as Row } from './seen.ts'
import { useMine } from './use-mine.ts'

/** One event in the list: how far, where, until when; what this phone still holds of it stands out. */
export function StaffRow({ row, from }: { row: Row, from: Point | null }) {
  const metres = metresTo(from, row.point)
  const where = row.place && row.place !== row.areaName ? `${row.areaName} ${row.place}` : row.areaName
  const isNamed = useStore(staff).id === row.person?.id
  const note = [...(isNamed ? ['我的责任'] : []), ...(metres === null ? [] : [distanceWords(metres)]), where, ...(row.dueAt ? [latestWords(row.dueAt)] : [])].join(' · ')
  const mine = useMine().filter(({ event, state }) => event?.id === row.id && state !== 'draft')
  const standing = mine.length > 0 ? parcelTag(mine.some(({ state }) => state === 'refused')) : pressing(row) ?? eventTag(row)
  return <ListRow title={row.title} note={note} end={<Tag {...standing} />} onPress={() => go('staffEvent', { id: row.id })} />
}

const parcelTag = (isRefused: boolean): { words: string, tone: Tone } => isRefused ? { words: '没有办成', tone: 'wrong' } : { words: '待发送', tone: 'soon' }

/** In a row there is room for one word. */
function pressing({ isOverdue, light }: Pick<Row, 'isOverdue' | 'light'>): { words: string, tone: Tone } | null {
  if (isOverdue || light === 'red') return { words: '已超时', tone: 'wrong' }
  return light === 'yellow' ? { words: '快到期', tone: 'soon' } : null
}

/** Late is said in words, too. */
export function eventTag({ status, isOverdue, light }: Pick<Row, 'status' | 'isOverdue' | 'light'>): { words: string, tone: Tone } {
  const late = pressing({ isOverdue, light })
  return late ? { ...late, words: `${eventStatus[status]}，${late.words}` } : { words: eventStatus[status], tone: 'going' }
}
