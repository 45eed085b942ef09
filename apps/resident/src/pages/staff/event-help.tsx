import { isReplyStep, replyFacts, replyField } from '@linli/contract/words/reply.ts'
import { useState } from 'react'
import { Button } from '../../parts/button.tsx'
import type { Step } from './forms.ts'
import { ReplyPick } from './reply-pick.tsx'
import { addedTo } from './reply-rules.ts'
import type { StaffEvent } from './seen.ts'

export type Helping = {
  event: StaffEvent
  /** What an outside unit wrote last of what it did. */
  outside: string | null
}

/** An entry of an open form, and how to put words into it. */
type EventHelpProps = Helping & { step: Step, name: string, value: string, put: (text: string) => void }

/** What helps to fill an entry in: what an outside unit has written, and the office's usual words. */
export function EventHelp({ event, outside, step, name, value, put }: EventHelpProps) {
  const [facts] = useState(() => replyFacts(event, new Date()))
  return (
    <>
      {step === 'feedback' && name === 'publicReply' && outside && value === '' && <Button words="填入外部单位办理结果" look="plain" isWide onPress={() => put(outside.slice(0, 500))} />}
      {isReplyStep(step) && replyField[step] === name && <ReplyPick step={step} matter={event.matter.code} area={event.area} facts={facts} onPick={(text) => put(addedTo(value, text))} />}
    </>
  )
}
