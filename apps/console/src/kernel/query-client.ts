import { QueryClient } from '@tanstack/react-query'
import { Refusal } from '@linli/client'

/** Worth asking again: the network or the server failed, not a refusal that will stay the same. */
const isPassing = (fault: Error) => !(fault instanceof Refusal) || fault.problem.status === 0 || fault.problem.status >= 502

/** Asks even where the browser believes to be offline: a list that silently stays as it was is worse than one that says why. */
export const createQueryClient = () => new QueryClient({
  defaultOptions: {
    queries: { staleTime: 10_000, gcTime: 30 * 60_000, networkMode: 'always', retry: (count, fault) => count < 2 && isPassing(fault) },
    mutations: { networkMode: 'always', retry: false },
  },
})
