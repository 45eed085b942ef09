import type { Value } from '@linli/contract'

/** Types of columns as they are packed. Rows say few different lists: of each stands which of `lists` it is, the column of all of them as text, `{"a","b"}`. */
export type PackedType = 'integer' | 'text' | 'bytea' | 'uuid' | 'date' | 'jsonb' | 'list' | 'lists'
export type Packable = Value | Uint8Array | readonly string[] | undefined

/** Numbers of the built-in types (pg_type.dat). */
const oids: Record<PackedType, number> = { integer: 23, text: 25, lists: 25, list: 23, bytea: 17, uuid: 2950, date: 1082, jsonb: 3802 }
/** The day that dates are counted from, in days of ours, and the form of jsonb. */
const [firstDay, jsonbForm] = [10_957, 1]
/** Before the values of a column, and before each of them. */
const [head, size] = [20, 4]

/** A column that grows by value. `end` answers it as PostgreSQL takes an array in binary (array_recv): nothing is quoted here, and nothing read letter by letter there; what is added then begins another. */
interface Packing { add(value: Packable): void, end(): Buffer<ArrayBuffer> }

function openPacking(type: PackedType): Packing {
  let [bytes, at, count] = [Buffer.from(new ArrayBuffer(1024)), head, 0]
  return {
    add(value) {
      const written = value === null || value === undefined ? null : value as string | number | Uint8Array
      if (bytes.length < at + mostOf(written)) bytes = copied(bytes, 2 * (at + mostOf(written)))
      const end = written === null ? at + size : put(bytes, { type, value: written, at: at + size })
      bytes.writeInt32BE(written === null ? -1 : end - at - size, at)
      at = end
      count += 1
    },
    end() {
      // One dimension, no flags, so many values that begin with the first.
      for (const [place, number] of [1, 0, oids[type], count, 1].entries()) bytes.writeInt32BE(number, place * 4)
      const column = bytes.subarray(0, at)
      // The next is about as long.
      bytes = Buffer.from(new ArrayBuffer(at + 1024))
      at = head
      count = 0
      return column
    },
  }
}

/** Columns of rows that come one after the other: no row is held until all of them are there. */
export function openColumns<C extends string>(types: Readonly<Record<C, PackedType>>): { add(row: { readonly [column in C]?: Packable }): void, end(): Record<C, Buffer<ArrayBuffer>> } {
  const columns = (Object.entries(types) as [C, PackedType][]).map(([name, type]) => ({ name, type, packing: openPacking(type) }))
  const [own, lists] = [columns.filter(({ type }) => type !== 'lists'), columns.find(({ type }) => type === 'lists')?.packing]
  let known = new Map<string, number>()
  const nthOf = (words: readonly string[]): number => {
    const key = `${words.length} ${words.join('\u0000')}`
    const nth = known.get(key)
    if (nth !== undefined) return nth
    lists!.add(listOf(words))
    known.set(key, known.size + 1)
    return known.size
  }
  return {
    add(row) { for (const { name, type, packing } of own) packing.add(type === 'list' && row[name] ? nthOf(row[name] as readonly string[]) : row[name]) },
    end() {
      known = new Map()
      return Object.fromEntries(columns.map(({ name, packing }) => [name, packing.end()])) as Record<C, Buffer<ArrayBuffer>>
    },
  }
}

/** The same of rows that are there. */
export function packedColumns<C extends string>(types: Readonly<Record<C, PackedType>>, rows: readonly { readonly [column in C]?: Packable }[]): Record<C, Buffer<ArrayBuffer>> {
  const columns = openColumns(types)
  for (const row of rows) columns.add(row)
  return columns.end()
}

/** The values of a column of texts or bytes, where one of them is asked for. */
export function unpacked(column: Uint8Array<ArrayBuffer>): (Buffer | null)[] {
  const bytes = Buffer.from(column.buffer, column.byteOffset, column.length)
  const values: (Buffer | null)[] = []
  for (let at = head; at < bytes.length;) {
    const from = at + size
    const length = bytes.readInt32BE(at)
    values.push(length < 0 ? null : bytes.subarray(from, from + length))
    at = from + Math.max(length, 0)
  }
  return values
}

function copied(bytes: Buffer<ArrayBuffer>, length: number): Buffer<ArrayBuffer> {
  const more = Buffer.from(new ArrayBuffer(length))
  more.set(bytes)
  return more
}

/** So much room a value takes at most: a letter three bytes, what is no text 16. */
const mostOf = (value: string | number | Uint8Array | null) => size + 16 + (typeof value === 'string' ? value.length * 3 : typeof value === 'object' && value !== null ? value.length : 0)

/** Answers where the value ends. */
function put(bytes: Buffer, { type, value, at }: { type: PackedType, value: string | number | Uint8Array, at: number }): number {
  if (typeof value === 'object') {
    bytes.set(value, at)
    return at + value.length
  }
  switch (type) {
    case 'integer': case 'list': return bytes.writeInt32BE(Number(value), at)
    case 'date': return bytes.writeInt32BE(Date.parse(String(value)) / 86_400_000 - firstDay, at)
    case 'uuid': return at + bytes.write(String(value).replaceAll('-', ''), at, 'hex')
    case 'jsonb': return at + 1 + bytes.write(String(value), bytes.writeUInt8(jsonbForm, at))
    default: return at + bytes.write(String(value), at)
  }
}

/** A list within a list, as text (PostgreSQL, Array Input and Output Syntax). */
const listOf = (words: readonly string[]) => (words.length === 0 ? '{}' : `{"${(words.some((word) => /["\\]/.test(word)) ? words.map((word) => word.replace(/["\\]/g, '\\$&')) : words).join('","')}"}`)
