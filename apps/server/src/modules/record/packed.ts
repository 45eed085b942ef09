import type { Value } from '@linli/contract'

/** Types of columns as they are packed; a list is written as text, `{"a","b"}`. */
export type PackedType = 'integer' | 'text' | 'bytea' | 'uuid' | 'date' | 'jsonb' | 'list'
export type Packable = Value | Uint8Array | readonly string[] | undefined

/** Numbers of the built-in types (pg_type.dat). */
const oids: Record<PackedType, number> = { integer: 23, text: 25, list: 25, bytea: 17, uuid: 2950, date: 1082, jsonb: 3802 }
/** The day that dates are counted from, in days of ours, and the form of jsonb. */
const [firstDay, jsonbForm] = [10_957, 1]
const head = 20

/** A column of values as PostgreSQL takes an array in binary (array_recv): nothing is quoted here, and nothing read letter by letter there. */
export function packed(type: PackedType, values: readonly Packable[]): Buffer<ArrayBuffer> {
  const written = values.map((value) => (value === null || value === undefined ? null : type === 'list' ? listOf(value as readonly string[]) : value as string | number | Uint8Array))
  const sizes = written.map((value) => (value === null ? 0 : sizeOf(type, value)))
  const bytes = Buffer.from(new ArrayBuffer(sizes.reduce((sum, size) => sum + size + 4, head)))
  // One dimension, no flags, so many values that begin with the first.
  for (const [place, number] of [1, 0, oids[type], values.length, 1].entries()) bytes.writeInt32BE(number, place * 4)
  let at = head
  for (const [place, value] of written.entries()) {
    at = bytes.writeInt32BE(value === null ? -1 : sizes[place]!, at)
    if (value !== null) put(bytes, { type, value, at })
    at += sizes[place]!
  }
  return bytes
}

/** Rows, column by column. */
export function packedColumns<C extends string>(types: Readonly<Record<C, PackedType>>, rows: readonly { readonly [column in C]?: Packable }[]): Record<C, Buffer<ArrayBuffer>> {
  const columns = Object.entries(types) as [C, PackedType][]
  return Object.fromEntries(columns.map(([name, type]) => [name, packed(type, rows.map((row) => row[name]))])) as Record<C, Buffer<ArrayBuffer>>
}

function sizeOf(type: PackedType, value: string | number | Uint8Array): number {
  if (type === 'integer' || type === 'date') return 4
  if (type === 'uuid') return 16
  return (typeof value === 'object' ? value.length : Buffer.byteLength(String(value))) + (type === 'jsonb' ? 1 : 0)
}

function put(bytes: Buffer, { type, value, at }: { type: PackedType, value: string | number | Uint8Array, at: number }): void {
  if (typeof value === 'object') bytes.set(value, at)
  else if (type === 'integer') bytes.writeInt32BE(Number(value), at)
  else if (type === 'date') bytes.writeInt32BE(Date.parse(String(value)) / 86_400_000 - firstDay, at)
  else if (type === 'uuid') bytes.write(String(value).replaceAll('-', ''), at, 'hex')
  else if (type === 'jsonb') bytes.write(String(value), bytes.writeUInt8(jsonbForm, at))
  else bytes.write(String(value), at)
}

/** A list within a list, as text (PostgreSQL, Array Input and Output Syntax). */
const listOf = (words: readonly string[]) => (words.length === 0 ? '{}' : `{"${(words.some((word) => /["\\]/.test(word)) ? words.map((word) => word.replace(/["\\]/g, '\\$&')) : words).join('","')}"}`)
