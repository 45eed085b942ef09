import type { Output, Permission } from '@linli/contract'
import { useQueryClient } from '@tanstack/react-query'
import { useAsk } from './ask.ts'
import { call, isSignedOut } from './call.ts'
import { expiry } from './expiry.ts'

export type Person = Output<'identity', 'me'>

const meKey = ['identity', 'me', {}]

/** Who is signed in: a person, nobody, or not known because the server cannot be reached. */
export function useSession() {
  const me = useAsk('identity', 'me', {}, { freshMs: 5 * 60_000 })
  if (me.data) return { standing: 'in' as const, me: me.data }
  if (me.isPending) return { standing: 'checking' as const }
  return isSignedOut(me.error) ? { standing: 'out' as const } : { standing: 'unreachable' as const, fault: me.error, again: () => void me.refetch() }
}

/** The person signed in. Only below the gate, where there is one. */
export function useMe(): Person {
  const me = useAsk('identity', 'me', {}, { freshMs: 5 * 60_000 })
  if (!me.data) throw new Error('used outside the gate')
  return me.data
}

export const holds = (me: Pick<Person, 'may'>, may: Permission | 'signed-in'): boolean => may === 'signed-in' || (me.may[may]?.length ?? 0) > 0

export const useMay = (may: Permission | 'signed-in'): boolean => holds(useMe(), may)

/** The places a person works in, outermost only: where area trees begin. */
export function myAreas(me: Person): { path: string, name: string }[] {
  const named = new Map(me.posts.map((post) => [post.area, post.areaName]))
  return [...named].filter(([path]) => ![...named.keys()].some((other) => other !== path && path.startsWith(other)))
    .map(([path, name]) => ({ path, name }))
}

/** What a tab remembers of the person at it, such as whose records were opened, does not stay for the next one. */
function forget(): void {
  try {
    sessionStorage.clear()
  } catch {
    // What cannot be stored need not be forgotten.
  }
}

/** What to do when somebody has just signed in or goes. */
export function useSessionChange() {
  const client = useQueryClient()
  return {
    enter: (me: Person) => {
      const before = client.getQueryData<Person>(meKey)
      expiry.set(false)
      if (before && before.id !== me.id) client.clear()
      client.setQueryData(meKey, me)
      void client.invalidateQueries({ predicate: (query) => query.queryKey[0] !== 'identity' })
    },
    leave: async () => {
      await call('identity', 'signOut', {}).catch(() => undefined)
      forget()
      window.location.assign('/sign-in')
    },
    renew: () => client.invalidateQueries({ queryKey: meKey }),
  }
}
