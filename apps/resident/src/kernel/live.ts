import { useEffect, useRef } from 'react'
import { phone } from '#phone'
import { session } from './session.ts'
import { useShown } from './shown.ts'
import type { Session } from './session.ts'
import { useStore } from './store.ts'
import type { Seen } from './store.ts'

/** What the server says: something changed, or (`resync`) something may have changed unheard. */
type Message = { topic: string, id?: string }

/** While the page is in front, hears that an event, or what else `about` names, changed that one may see: the one with `id`, any where there is none. */
export function useLive(id: string | undefined, changed: () => void, who: Seen<Session> = session, about: 'event' | 'whistle' | 'talk' = 'event') {
  const isShown = useShown()
  const { isSignedIn } = useStore(who)
  const latest = useRef(changed)
  useEffect(() => { latest.current = changed })
  useEffect(() => {
    if (!isShown || !isSignedIn) return undefined
    return phone.stream?.('/api/stream', (message) => {
      const { topic, id: changedId } = message as Message
      if (topic === 'resync' || (topic === about && (id === undefined || id === changedId))) latest.current()
    })
  }, [id, isShown, isSignedIn, who, about])
}
