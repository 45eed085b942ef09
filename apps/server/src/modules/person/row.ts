import type { Field, Value, Values } from '@linli/contract'
import { maskIdentityNumber, maskPhone } from '@linli/standards'
import { pinyin } from 'pinyin-pro'
import type { Insertable } from 'kysely'
import type { Ctx } from '../../kernel/ctx.ts'
import type { Person } from '../../kernel/schema.gen.ts'
import type { Sources } from '../record/index.ts'
import { laidOut, takenUp } from '../record/light.ts'
import type { PersonRow } from './queries.ts'

export type Stored = Pick<Insertable<Person>, 'name' | 'pinyin' | 'initials' | 'certificate' | 'number' | 'number_index' | 'number_masked' | 'number_tail' | 'sex' | 'birth' | 'phone' | 'phone_index' | 'phone_masked' | 'phone_tail' | 'population_kind' | 'groups' | 'facts' | 'sealed'>

/** Values that have a column of their own; all others lie in `facts`, sensitive ones sealed together. */
const columns = { name: 'name', certificate: 'certificate', sex: 'sex', birth: 'birth', populationKind: 'population_kind', groups: 'groups' } as const
export const apart: readonly string[] = ['certificateNumber', 'phone', ...Object.keys(columns)]
const sealedAs = 'person.sealed'

/** How values are stored, with what is to be sealed still in clear, and the name where its sound will stand. */
export type Clear = Omit<Stored, keyof Sealed> & Said<string>
interface Said<T> { pinyin: T, number: T | null, phone: T | null, sealed: T | null }
type Sealed = Required<Pick<Stored, 'pinyin' | 'initials' | 'number' | 'number_index' | 'phone' | 'phone_index' | 'sealed'>>

export function clearOf(fields: readonly Field[], values: Values): Clear {
  const text = (name: string) => (values[name] ?? null) as string | null
  const [name, number, phone, { facts, secret }] = [text('name')!, text('certificateNumber'), text('phone'), laidOut(fields, values, apart)]
  return {
    name, pinyin: name, certificate: text('certificate') ?? (number === null ? null : '111'), sex: text('sex'), birth: text('birth'), population_kind: text('populationKind'), groups: (values.groups ?? []) as string[],
    number, number_masked: number && maskIdentityNumber(number), number_tail: number && number.slice(-4),
    phone, phone_masked: phone && maskPhone(phone), phone_tail: phone && phone.slice(-4), facts, sealed: secret,
  }
}

/** Numbers sealed and findable by a blind index, names by their pinyin. */
export function sealedOf({ crypto }: Pick<Ctx, 'crypto'>, { pinyin: name, number, phone, sealed }: Said<string>): Sealed {
  const seal = (value: string | null, field: string) => value === null ? null : crypto.encrypt(value, field)
  const index = (value: string | null, field: string) => value === null ? null : crypto.index(value, field)
  return {
    ...sounds(name), number: seal(number, 'person.number'), number_index: index(number, 'person.number'),
    phone: seal(phone, 'person.phone'), phone_index: index(phone, 'person.phone'), sealed: seal(sealed, sealedAs),
  }
}

export function rowOf(around: Pick<Ctx, 'crypto'>, fields: readonly Field[], values: Values): Stored {
  const clear = clearOf(fields, values)
  return { ...clear, ...sealedOf(around, clear) }
}

/** Everything known, in clear: for what is decided on the server, never for an answer. */
export function valuesOf({ crypto }: Pick<Ctx, 'crypto'>, row: Pick<PersonRow, 'name' | 'certificate' | 'sex' | 'birth' | 'population_kind' | 'groups' | 'facts' | 'sealed' | 'number' | 'phone'>): Values {
  const own: Record<string, Value> = Object.fromEntries(Object.entries(columns).map(([name, column]) => [name, row[column] ?? null]))
  if (row.groups.length === 0) own.groups = null
  return {
    ...own, ...takenUp({ crypto }, row, sealedAs),
    certificateNumber: row.number && crypto.decrypt(row.number, 'person.number'), phone: row.phone && crypto.decrypt(row.phone, 'person.phone'),
  }
}

/** What lies sealed in a record, in clear, as far as it was fetched: for modules that hand out what was agreed to. */
export const opened = ({ crypto }: Pick<Ctx, 'crypto'>, row: Partial<Pick<PersonRow, 'number' | 'phone' | 'sealed'>>): Values => ({
  ...takenUp({ crypto }, { facts: {}, sealed: row.sealed ?? null }, sealedAs),
  ...(row.number && { certificateNumber: crypto.decrypt(row.number, 'person.number') }), ...(row.phone && { phone: crypto.decrypt(row.phone, 'person.phone') }),
})

interface Sounds { pinyin: string, initials: string }
type Mode = 'surname' | 'normal'

/** Names repeat within a town, and reading one costs more than all else that is done to store a person. */
const read = { surname: new Map<string, Sounds>(), normal: new Map<string, Sounds>() }
const mostRead = 50_000

/** wang shi yi and wsy, read as a surname and a given name, or as any words. */
export function sounds(name: string, mode: Mode = 'surname'): Sounds {
  const known = read[mode].get(name) ?? spell(name, mode)
  if (read[mode].size >= mostRead) read[mode].clear()
  read[mode].set(name, known)
  return known
}

function spell(name: string, mode: Mode): Sounds {
  const syllables = pinyin(name, { toneType: 'none', type: 'array', mode, v: true }).map((one) => one.toLowerCase().replace(/[^a-z0-9]/g, ''))
  return { pinyin: syllables.join(''), initials: syllables.map((one) => one.charAt(0)).join('') }
}

export const sourcesOf = (row: PersonRow) => row.sources as Sources

/** A citizen's number tells sex and date of birth: nobody types what it says (GB 11643). */
export function filledIn(values: Values): Values {
  const number = String(values.certificateNumber ?? '')
  if (!/^\d{17}[\dX]$/.test(number)) return values
  return { ...values, birth: `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`, sex: Number(number.charAt(16)) % 2 === 1 ? '1' : '2' }
}

/** The same for `json_populate_recordset`, which stores thousands at once: bytes as hexadecimal. */
export function jsonOf(stored: Stored): Record<string, unknown> {
  return { ...Object.fromEntries(Object.entries(stored).map(([name, value]) => [name, Buffer.isBuffer(value) ? `\\x${value.toString('hex')}` : value])), facts: JSON.parse(stored.facts as string) as unknown }
}
