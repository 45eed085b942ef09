import { eventStatus } from '@linli/contract/words/event.ts'
import { go } from '../../kernel/route.ts'
import { momentWords } from '../../kernel/time.ts'
import { ListRow } from '../../parts/list-row.tsx'
import { Tag } from '../../parts/tag.tsx'
import type { MyRow } from './my-event.ts'
import { askOf, toneOf } from './status.ts'

/** One of one's own events in a list; what waits for the person stands out. */
export function EventRow({ event }: { event: MyRow }) {
  const { id, title, status, areaName, reportedAt } = event
  const ask = askOf(event)
  return (
    <ListRow
      title={title} note={`${areaName.split(' ')[0]} · ${momentWords(reportedAt)}`} end={<Tag words={ask ?? eventStatus[status]} tone={ask ? 'soon' : toneOf[status]} />}
      onPress={() => go('event', { id })}
    />
  )
}
