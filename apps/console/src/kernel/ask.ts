import type { Asked, EndpointName, ModuleName, Output } from '@linli/contract'
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { call } from './call.ts'

/** What the server names when something changed: a module, or a noun that several of them show. */
type Topic = ModuleName | 'talk'

interface AskOptions {
  /** Ask only when true; for questions that need an answer to another one first. */
  isWanted?: boolean
  /** Show the last answer while the next is fetched: for lists whose filter changes. */
  keepsLast?: boolean
  /** Every look is written to the journal: ask only when a person asks, not because the window came back or the line was lost. */
  isLogged?: boolean
  /** How long an answer counts as fresh. Code tables and plans: minutes. */
  freshMs?: number
  /** Asked again when this module's rows change: for answers that one module makes of another's rows. */
  topic?: Topic
}

export const longFresh = 10 * 60_000

/** Reads from the server; the same question on several screens is asked once. */
export function useAsk<M extends ModuleName, E extends EndpointName<M>>(module: M, endpoint: E, input: Asked<M, E>, options: AskOptions = {}) {
  return useQuery<Output<M, E>>({
    queryKey: options.topic ? [options.topic, `${module}.${endpoint}`, input] : [module, endpoint, input],
    queryFn: () => call(module, endpoint, input),
    enabled: options.isWanted ?? true,
    placeholderData: options.keepsLast ? keepPreviousData as never : undefined,
    ...(options.freshMs === undefined ? {} : { staleTime: options.freshMs }),
    ...(options.isLogged ? { refetchOnWindowFocus: false, refetchOnReconnect: false, meta: { isLogged: true } } : {}),
  })
}

/** Changes something on the server, then asks again for everything shown from the modules in `renews`. */
export function useTell<M extends ModuleName, E extends EndpointName<M>>(module: M, endpoint: E, renews: readonly Topic[] = [module]) {
  const client = useQueryClient()
  return useMutation<Output<M, E>, Error, Asked<M, E>>({
    mutationFn: (input) => call(module, endpoint, input),
    onSuccess: () => {
      for (const name of renews) void client.invalidateQueries({ queryKey: [name] })
    },
  })
}
