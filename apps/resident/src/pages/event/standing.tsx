import { eventStatus } from '@linli/contract/words/event.ts'
import { Box, Words } from '#element'
import { Card } from '../../parts/card.tsx'
import { Headed } from '../../parts/headed.tsx'
import type { MyEvent } from './my-event.ts'
import { standsAt, toneOf } from './status.ts'

export function Standing({ event }: { event: MyEvent }) {
  return (
    <Card>
      <Headed words={event.title} tag={{ words: eventStatus[event.status], tone: toneOf[event.status] }} />
      <Box role="status"><Words as="p" className="event__stands">{standsAt(event)}</Words></Box>
      <Words as="p" className="event__number">{`编号 ${event.number}`}</Words>
    </Card>
  )
}
