import { whistleKind } from '@linli/contract/words/whistle.ts'
import { go } from '../../kernel/route.ts'
import { momentWords } from '../../kernel/time.ts'
import { ListRow } from '../../parts/list-row.tsx'
import { Tag } from '../../parts/tag.tsx'
import { distanceWords, metresTo } from './near-rules.ts'
import type { WhistleRow } from './seen.ts'
import { useSpot } from './spot.ts'
import { parcelTag, rowNote } from './staff-row.tsx'
import { useMine } from './use-mine.ts'
import { whistleTag } from './whistle-facts.tsx'

/** One whistle in a list: how far, where, by when; what this phone still holds of it stands out. */
export function WhistleLine({ row }: { row: WhistleRow }) {
  const { place } = useSpot()
  const metres = metresTo(place, row.point)
  const until = row.status === 'blown' ? [`${momentWords(row.arriveBy)} 前到场`] : [`${momentWords(row.blownAt)} 吹哨`]
  const note = rowNote([...(metres === null ? [] : [distanceWords(metres)]), ...until], `${row.place || row.areaName} · ${whistleKind[row.kind]}`)
  const mine = useMine().filter(({ whistle, state }) => whistle?.id === row.id && (state === 'waiting' || state === 'refused'))
  const standing = mine.length > 0 ? parcelTag(mine.some(({ state }) => state === 'refused')) : whistleTag(row)
  return <ListRow title={row.title} note={note} end={<Tag {...standing} />} onPress={() => go('staffWhistle', { id: row.id })} />
}
