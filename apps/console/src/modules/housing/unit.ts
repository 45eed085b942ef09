import type { Output } from '@linli/contract'
import { useQueryClient } from '@tanstack/react-query'

export type UnitView = Output<'housing', 'get'>

/** Takes what the server answered to a change as what stands; charts and history are asked again. */
export function useTakeUnit() {
  const client = useQueryClient()
  return (unit: UnitView): void => {
    client.setQueryData(['housing', 'get', { id: unit.id }], unit)
    void client.invalidateQueries({ predicate: ({ queryKey: [module, endpoint] }) => module === 'housing' && endpoint !== 'get' })
  }
}
