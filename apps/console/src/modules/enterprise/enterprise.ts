import type { Asked, Output } from '@linli/contract'
import { creditRegistration } from '@linli/standards/codes/organisation'
import { readCreditCode } from '@linli/standards/credit-code'
import { useQueryClient } from '@tanstack/react-query'
import { longFresh, useAsk } from '../../kernel/ask.ts'
import { word } from '../../parts/address/filter.ts'
import type { Values } from '../../parts/address/filter.ts'
import { placeOfFields } from '../record/field.ts'

export type EnterpriseRow = Output<'enterprise', 'list'>['rows'][number]
export type EnterpriseView = Output<'enterprise', 'get'>

/** What can be asked of the list, as it stands in the address. */
export const enterpriseFilter = { area: word(), sort: word(), industry: word(), state: word(), placeKind: word(), attention: word(), tag: word() }

export const questionOf = (filter: Values<typeof enterpriseFilter>, after?: string): Asked<'enterprise', 'list'> => ({ ...filter, after, limit: 20 })

/** Where it stands: the address where there is one, and the area it lies in. */
export const placeWords = ({ address, areaName }: Pick<EnterpriseRow, 'address' | 'areaName'>): string => address ?? areaName

export const useEnterpriseFields = (area: string | undefined) => useAsk('enterprise', 'fields', { area: area === undefined ? '/' : placeOfFields(area) }, { isWanted: area !== undefined, keepsLast: true, freshMs: longFresh })

/** Takes what the server answered to a change as what stands, so that seeing it is not one more look in the journal. */
export function useTakeEnterprise() {
  const client = useQueryClient()
  return (view: EnterpriseView): void => {
    client.setQueryData(['enterprise', 'get', { id: view.id }], view)
    void client.invalidateQueries({ predicate: ({ queryKey: [module, endpoint] }) => (module === 'enterprise' && endpoint !== 'get') || module === 'find' })
  }
}

/** What a whole and right credit code tells of who registered it and as what (GB 32100-2015); undefined until it is. */
export function toldByCode(written: unknown): string | undefined {
  if (typeof written !== 'string') return undefined
  const read = readCreditCode(written)
  if (!read.ok) return undefined
  const as = creditRegistration.entries.find(({ code }) => code === read.registration)?.label
  return as ? `校验位正确，登记为${as}` : '校验位正确'
}
