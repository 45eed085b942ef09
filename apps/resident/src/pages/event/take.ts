import { useState } from 'react'
import type { Asked } from '@linli/contract'
import { call } from '../../kernel/call.ts'
import { keyFor, newKey } from '../../kernel/key.ts'
import { useSend } from '../../kernel/send.ts'
import { tell } from '../../kernel/toast.ts'
import type { MyEvent } from './my-event.ts'

/** Shows what came of a step, or what stands now where it could not be taken. */
export type Taken = { put: (event: MyEvent) => void, again: () => void }

type Take = Asked<'event', 'takeMine'>['take']

/** Takes a step of one's own event, once however often it is sent. */
export function useTake({ id }: { id: string }, { put, again }: Taken) {
  const [key] = useState(newKey)
  const { isSending, send } = useSend()
  const take = (step: Take, thanks: string) => {
    void send(async () => {
      try {
        put(await call('event', 'takeMine', { id, take: step }, { key: keyFor(key, step) }))
        tell(thanks)
      } finally {
        // What happened is written down with the step itself, after its answer was made.
        again()
      }
    })
  }
  return { isSending, take }
}
