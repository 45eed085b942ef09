import type { Output } from '@linli/contract'
import type { QueryClient } from '@tanstack/react-query'

/** A unit that a list has shown: whatever could be chosen has been in one. */
export const unitSeen = (client: QueryClient, id: string): { id: string, name: string } | undefined =>
  client.getQueriesData<Output<'organisation', 'units'>>({ queryKey: ['organisation', 'units'] }).flatMap(([, page]) => page?.rows ?? []).find((unit) => unit.id === id)
