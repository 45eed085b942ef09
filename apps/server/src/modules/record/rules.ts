import type { Field, Value, Values, ValueSource } from '@linli/contract'
import { readValue, retiredIn, type Known } from '@linli/contract/words/base/read'
import { maskAddress, maskBankCard, maskIdentityNumber, maskPhone } from '@linli/standards'

export interface Fault { path: string, message: string }
export interface Given { values: Values, faults: Fault[] }

/** What was written, read field by field; a field nobody knows is a fault too. `before` says what certificate a number belongs to. */
export function readAll(fields: readonly Field[], given: Values, known: Known, before: Values = {}): Given {
  const values: Values = {}
  const faults: Fault[] = []
  for (const [name, raw] of Object.entries(given)) {
    const field = fields.find((one) => one.name === name)
    // The kind of certificate that a number belongs to stands in the field named like it.
    const certificate = name.replace(/Number$/, '')
    const read = field ? readValue(field, raw, known, certificateOf(String(given[certificate] ?? before[certificate] ?? '111'))) : { ok: false as const, message: '没有这一项' }
    const [retired] = read.ok ? retiredIn(field!, read.value, known, before[name] ?? null) : []
    if (!read.ok) faults.push({ path: `values.${name}`, message: read.message })
    else if (retired !== undefined) faults.push({ path: `values.${name}`, message: `“${retired}”已经停用，请选别的` })
    else if (field!.isRequired && read.value === null) faults.push({ path: `values.${name}`, message: `请填写${field!.label}` })
    else values[name] = read.value
  }
  return { values, faults }
}

/** Written as a code or in words; whatever is neither is an identity card. */
const certificateOf = (written: string) => (/^\d{3}$/.test(written) ? written : /身份证/.test(written) || written === '' ? '111' : '990')

export const isSame = (one: Value | undefined, other: Value | undefined): boolean =>
  Array.isArray(one) && Array.isArray(other) ? one.length === other.length && one.every((value, at) => value === other[at]) : (one ?? null) === (other ?? null)

/** When a record was last looked over, where that is told later: never later than now, and never before it was looked over since. */
export function lookedOver(now: Date, before: Date, told: string | undefined): Date {
  const at = told === undefined ? now : new Date(told)
  return at > now ? now : at < before ? before : at
}

/** Where a value that stands came from: number of the revision, and its source; `*` is what every other value of the record came with. */
export type Sources = Record<string, [no: number, source: ValueSource]>

/** Which source stands above which, until an office says otherwise: what was seen or decided by a person before what was sent in bulk, and before what the edge proposes. */
export const defaultRank: readonly ValueSource[] = ['restore', 'merge', 'department', 'form', 'grid', 'visit', 'survey', 'import', 'resident', 'steward', 'demo']

/** May a value from `next` take the place of one from `present`? Equal sources may: the later one knows more. */
export function mayOverrule(next: ValueSource, present: ValueSource, rank: readonly ValueSource[] = defaultRank): boolean {
  const place = (source: ValueSource) => (rank.includes(source) ? rank.indexOf(source) : rank.length)
  return place(next) <= place(present) || byPerson.includes(next)
}

/** Who edits a record sees what stands there; what they write stands. */
const byPerson: readonly ValueSource[] = ['form', 'grid', 'merge', 'restore']

export interface Settled { values: Values, changed: string[], overruled: string[], sources: Sources }

/** What becomes of a record: what changes, and what was said by a source that may not overrule what stands. What somebody has decided for stands, whatever its source. */
export function settle(before: Values, sources: Sources, given: Values, { source, no, ranks, isDecided = false }: { source: ValueSource, no: number, ranks: Readonly<Record<string, readonly ValueSource[]>>, isDecided?: boolean }): Settled {
  const settled: Settled = { values: { ...before }, changed: [], overruled: [], sources: { ...sources } }
  for (const [name, value] of Object.entries(given)) {
    if (isSame(before[name], value)) continue
    const present = (sources[name] ?? sources['*'])?.[1]
    const stands = !isDecided && (before[name] ?? null) !== null && present !== undefined && !mayOverrule(source, present, ranks[name])
    settled[stands ? 'overruled' : 'changed'].push(name)
    if (stands) continue
    settled.values[name] = value
    settled.sources[name] = [no, source]
  }
  return settled
}

/** How a sensitive value is shown to those who may see the record. */
export function masked(field: Pick<Field, 'type' | 'isSensitive' | 'name'>, value: Value): Value {
  if (!field.isSensitive || value === null) return value
  if (field.type === 'phone') return maskPhone(String(value))
  if (field.type === 'identityNumber' || field.type === 'certificateNumber') return maskIdentityNumber(String(value))
  if (field.type === 'bankCard') return maskBankCard(String(value))
  return /address/i.test(field.name) ? maskAddress(String(value)) : '＊＊＊'
}
