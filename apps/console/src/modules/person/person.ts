import type { PersonView } from './person-view.ts'
import { useQueryClient } from '@tanstack/react-query'
import { longFresh, useAsk } from '../../kernel/ask.ts'
import { placeOfFields } from '../record/field.ts'

/** The items that may be known of a person in this place, with the codes to choose from. */
export const usePersonFields = (area: string | undefined) => useAsk('person', 'fields', { area: area === undefined ? '/' : placeOfFields(area) }, { isWanted: area !== undefined, keepsLast: true, freshMs: longFresh })

/** Takes what the server answered to a change as what stands, so that seeing it is not one more look in the journal; lists and history are asked again. */
export function useTake() {
  const client = useQueryClient()
  return (view: PersonView): void => {
    client.setQueryData(['person', 'get', { id: view.id }], view)
    void client.invalidateQueries({ predicate: ({ queryKey: [module, endpoint] }) => (module === 'person' && endpoint !== 'get') || module === 'housing' || module === 'find' })
  }
}
