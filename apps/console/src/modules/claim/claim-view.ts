import type { Output } from '@linli/contract'
import { claimStatus, valueSource } from '@linli/contract/words/index'
import type { RecordKind, Value } from '@linli/contract/words/index'
import { oneOf, word } from '../../parts/address/filter.ts'

export type Claim = Output<'claim', 'list'>['rows'][number]

/** News that somebody has left is no field of theirs, but the end of where they lived. */
export const isGone = ({ field }: Pick<Claim, 'field'>): boolean => field === 'movedOut'

/** Somebody has moved in behind a door: nobody's field yet. */
export const isArrival = ({ field }: Pick<Claim, 'field'>): boolean => field === 'movedIn'

const statuses = Object.keys(claimStatus) as (keyof typeof claimStatus)[]
const kinds: RecordKind[] = ['person', 'household', 'housing', 'enterprise', 'thing']
export const claimFilter = { area: word(), kind: oneOf(kinds), status: oneOf(statuses) }
export { kinds as claimKinds, statuses as claimStatuses }

export interface Side { value: string, about: string }

/** What stands and what is said, each with where it comes from; `words` of a value of this field. */
export function sides(claim: Claim, words: (value: Value) => string): { present: Side, said: Side } {
  const source = valueSource[claim.source]
  const by = claim.by && claim.by !== source ? `${source} · ${claim.by}` : source
  if (isGone(claim)) return { present: { value: '在册', about: '' }, said: { value: `${String(claim.value)} 搬离`, about: by } }
  if (isArrival(claim)) return { present: { value: '没有登记', about: '' }, said: { value: String(claim.value), about: by } }
  return { present: { value: claim.present === null ? '没有登记' : words(claim.present), about: claim.present !== null && claim.presentSource ? valueSource[claim.presentSource] : '' }, said: { value: words(claim.value), about: by } }
}

export interface Done { done: number, failed: string[] }

/** What many decisions at once came to, in words. */
export const doneWords = (words: string, { done, failed }: Done): string => `${words} ${done} 条${failed.length > 0 ? `，${failed.length} 条没有办成：${[...new Set(failed)].join('；')}` : ''}`
