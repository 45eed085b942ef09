import type { Output } from '@linli/contract'
import { useQueryClient } from '@tanstack/react-query'
import { longFresh, useAsk } from '../../kernel/ask.ts'
import { placeOfFields } from '../record/field.ts'

export type HouseholdView = Output<'household', 'get'>
export type Member = HouseholdView['members'][number]

export const useHouseholdFields = (area: string | undefined) => useAsk('household', 'fields', { area: area === undefined ? '/' : placeOfFields(area) }, { isWanted: area !== undefined, keepsLast: true, freshMs: longFresh })

/** Takes what the server answered to a change as what stands, so that seeing it is not one more look in the journal. */
export function useTakeHousehold() {
  const client = useQueryClient()
  return (view: HouseholdView): void => {
    client.setQueryData(['household', 'get', { id: view.id }], view)
    const isOther = (endpoint: unknown, input: unknown) => endpoint === 'list' || endpoint === 'history' || (endpoint === 'get' && (input as { id: string }).id !== view.id)
    void client.invalidateQueries({ predicate: ({ queryKey: [module, endpoint, input] }) => module === 'find' || (module === 'household' && isOther(endpoint, input)) })
  }
}

export const placeWords = ({ address, areaName }: Pick<HouseholdView, 'address' | 'areaName'>): string => address ?? areaName

interface Relative { person: { id: string } | null, relative: { id: string } | null, kind: string, role: string | null, until: string | null }

/** What a member is to the head: as it is registered between the two, or else as their own record has it, as long as that was written for this head. Undefined where nothing is known. */
export function toHead({ person, kinship, isHead }: Pick<Member, 'person' | 'kinship' | 'isHead'>, head: Pick<Member, 'person' | 'kinship'> | undefined, relations: readonly Relative[], words: (code: string | null) => string): string | undefined {
  if (isHead) return '户主'
  const told = relations.find((row) => row.kind === 'family' && row.until === null && row.person?.id === head?.person && row.relative?.id === person)
  if (told) return words(told.role) || '亲属'
  return heads.includes(head?.kinship ?? '') && !heads.includes(kinship ?? '') ? words(kinship) || undefined : undefined
}

/** 本人 and 户主 of GB/T 4761: not what somebody is to another. */
const heads = ['01', '02']

/** Who is in it after some have gone or come, and who answers for it then: a head who goes leaves that open. */
export function arranged({ members, head }: Pick<HouseholdView, 'members' | 'head'>, { without = [], joined = [] }: { without?: readonly string[], joined?: readonly string[] }): { members: string[], head: string | null } {
  const staying = members.filter(({ residency }) => !without.includes(residency))
  return { members: [...staying.map(({ residency }) => residency), ...joined], head: head && staying.some(({ person }) => person === head.id) ? head.id : null }
}
