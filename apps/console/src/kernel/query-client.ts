import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { Refusal } from '@linli/client'
import { isSignedOut } from './call.ts'
import { expiry } from './expiry.ts'

const watch = (fault: Error) => {
  if (isSignedOut(fault)) expiry.set(true)
}

/** Worth asking again: the network or the server failed, not a refusal that will stay the same. */
const isPassing = (fault: Error) => !(fault instanceof Refusal) || fault.problem.status === 0 || fault.problem.status >= 502

export const createQueryClient = () => new QueryClient({
  queryCache: new QueryCache({ onError: watch }),
  mutationCache: new MutationCache({ onError: watch }),
  defaultOptions: {
    queries: { staleTime: 10_000, gcTime: 30 * 60_000, retry: (count, fault) => count < 2 && isPassing(fault) },
    mutations: { retry: false },
  },
})
