import { eventStatus } from '@linli/contract/words/event.ts'
import { Box, Heading, Words } from '#element'
import { Card } from '../../parts/card.tsx'
import { Tag } from '../../parts/tag.tsx'
import type { MyEvent } from './my-event.ts'
import { standsAt, toneOf } from './status.ts'

export function Standing({ event }: { event: MyEvent }) {
  return (
    <Card>
      <Box className="event__head">
        <Heading level={2} className="event__title">{event.title}</Heading>
        <Tag words={eventStatus[event.status]} tone={toneOf[event.status]} />
      </Box>
      <Box role="status"><Words as="p" className="event__stands">{standsAt(event)}</Words></Box>
      <Words as="p" className="event__number">{`编号 ${event.number}`}</Words>
    </Card>
  )
}
