import type { Output } from '@linli/contract'
import { useQueryClient } from '@tanstack/react-query'

export type ThingRow = Output<'thing', 'list'>['rows'][number]
export type ThingView = Output<'thing', 'get'>

/** Where it stands: the address where there is one, and the area it lies in. */
export const placeWords = ({ address, areaName }: Pick<ThingRow, 'address' | 'areaName'>): string => address ?? areaName

/** Takes what the server answered to a change as what stands. */
export function useTakeThing() {
  const client = useQueryClient()
  return (view: ThingView): void => {
    client.setQueryData(['thing', 'get', { id: view.id }], view)
    void client.invalidateQueries({ predicate: ({ queryKey: [module, endpoint] }) => (module === 'thing' && endpoint !== 'get') || module === 'find' })
  }
}
