import { useQueries } from '@tanstack/react-query'
import type { Output } from '@linli/contract'
import { useAsk } from '../../kernel/ask.ts'
import { call } from '../../kernel/call.ts'

/** Somebody who lives at a place, by the residency that may be put in a household. */
export interface Lodger { residency: string, person: string, name: string }

/** More do not live in a unit that is one home; a dormitory is arranged by files. */
const mostPeople = 30

/** Who lives in a unit now. The list names people, their own records the residencies: each look at one is written down, so it is only asked for when a household is made or filled. */
export function useLodgers(at: { housing: string | null, area: string }, isWanted: boolean) {
  const list = useAsk('person', 'list', { area: at.area, housing: at.housing ?? undefined, limit: mostPeople }, { isWanted: isWanted && at.housing !== null, isLogged: true })
  const people = [...new Set((isWanted && at.housing !== null ? list.data?.rows ?? [] : []).map(({ id }) => id))]
  const views = useQueries({
    queries: people.map((id) => ({ queryKey: ['person', 'get', { id }], queryFn: () => call('person', 'get', { id }), staleTime: Infinity, refetchOnWindowFocus: false, refetchOnReconnect: false, meta: { isLogged: true } })),
  })
  const known = views.flatMap(({ data }) => data ? [data as Output<'person', 'get'>] : [])
  const lodgers = known.flatMap(({ id, name, residencies }): Lodger[] => residencies.filter(({ housing, until }) => housing === at.housing && until === null).map((one) => ({ residency: one.id, person: id, name })))
  return { lodgers, isPending: isWanted && (list.isPending || views.some(({ isPending }) => isPending)) }
}
