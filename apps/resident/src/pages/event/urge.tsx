import { Box, Words } from '#element'
import { Button } from '../../parts/button.tsx'
import { Card } from '../../parts/card.tsx'
import type { MyEvent } from './my-event.ts'
import { useTake } from './take.ts'
import type { Taken } from './take.ts'

/** Late, and not urged today. */
export function Urge({ event, ...taken }: { event: MyEvent } & Taken) {
  const { isSending, take } = useTake(event, taken)
  return (
    <Card>
      <Words as="p">已经超过了办理时间，您可以催一下。每天可以催一次。</Words>
      <Box className="event__go"><Button words="催办" look="plain" isWide isBusy={isSending} onPress={() => take({ step: 'urge' }, '已经提醒办理单位')} /></Box>
    </Card>
  )
}
