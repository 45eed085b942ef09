/** Workbooks as Excel 97 and the WPS of those years wrote them ([MS-XLS], BIFF8) in a compound file ([MS-CFB]); WPS calls the same `.et`. Nobody writes them any more, so there is no library that does. */
export interface OldSheet { name: string, rows: readonly (readonly (string | number | Date | null)[])[] }

const sector = 512
/** Shorter streams lie elsewhere in a compound file. */
const leastStream = 4096
const [general, date] = [0, 1]
const day1 = Date.UTC(1899, 11, 30)

export interface OldBook { sheets: readonly OldSheet[], /** 0x0600 is BIFF8, 0x0500 the Excel 95 before it. */ version?: number, isLocked?: boolean }

/** The bytes of such a file. */
export function oldBook({ sheets, version = 0x0600, isLocked = false }: OldBook): Buffer {
  const bodies = sheets.map(({ rows }) => Buffer.concat([bof(version, 0x0010), ...rows.flatMap((row, at) => row.flatMap((value, column) => (value === null ? [] : [cell(at, column, value)]))), record(0x000a)]))
  const xf = (format: number) => record(0x00e0, words(0, format), Buffer.alloc(16))
  const before = Buffer.concat([bof(version, 0x0005), ...(isLocked ? [record(0x002f, words(1, 1, 1), Buffer.alloc(48, 7))] : []), record(0x0042, words(0x04b0)), xf(0), xf(14)])
  const named = (name: string, at: number) => record(0x0085, long(at), words(0), Buffer.from([name.length, 1]), Buffer.from(name, 'utf16le'))
  const length = before.length + sheets.reduce((sum, { name }) => sum + named(name, 0).length, 0) + record(0x000a).length
  const starts = bodies.map((_, at) => length + bodies.slice(0, at).reduce((sum, body) => sum + body.length, 0))
  return compound(Buffer.concat([before, ...sheets.map(({ name }, at) => named(name, starts[at]!)), record(0x000a), ...bodies]))
}

const words = (...all: number[]) => Buffer.from(new Uint16Array(all).buffer)
const long = (one: number) => Buffer.from(new Uint32Array([one]).buffer)
const record = (id: number, ...parts: Buffer[]) => Buffer.concat([words(id, parts.reduce((sum, { length }) => sum + length, 0)), ...parts])
const bof = (version: number, kind: number) => record(0x0809, words(version, kind, 0x0dbb, 1997), long(0), long(6))

function cell(row: number, column: number, value: string | number | Date): Buffer {
  if (typeof value === 'string') return record(0x0204, words(row, column, general, value.length), Buffer.from([1]), Buffer.from(value, 'utf16le'))
  const [number, look] = value instanceof Date ? [(value.getTime() - day1) / 86_400_000, date] : [value, general]
  return record(0x0203, words(row, column, look), Buffer.from(new Float64Array([number]).buffer))
}

/** One stream of that name, whole sectors one after the other. */
function compound(content: Buffer): Buffer {
  const stream = Buffer.alloc(Math.max(leastStream, Math.ceil(content.length / sector) * sector))
  content.copy(stream)
  const count = stream.length / sector
  const tables = Math.ceil((count + 2) / (sector / 4 - 1))
  const [free, end, table] = [0xffff_ffff, 0xffff_fffe, 0xffff_fffd]
  // First the table itself, then the directory, then the stream.
  const chain = [...Array.from({ length: tables }, () => table), end, ...Array.from({ length: count }, (_, at) => (at === count - 1 ? end : tables + 2 + at))]
  const fat = Buffer.from(new Uint32Array(Array.from({ length: tables * sector / 4 }, (_, at) => chain[at] ?? free)).buffer)
  const head = Buffer.alloc(sector, 0xff)
  Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(16), words(0x3e, 3, 0xfffe, 9, 6, 0, 0, 0), long(0), long(tables), long(tables), long(0), long(leastStream), long(end), long(0), long(end), long(0), ...Array.from({ length: tables }, (_, at) => long(at))]).copy(head)
  const entry = (name: string, kind: number, child: number, at: number, size: number) => Buffer.concat([Buffer.from(name.padEnd(32, '\0'), 'utf16le'), words(name.length * 2 + 2), Buffer.from([kind, 1]), long(free), long(free), long(child), Buffer.alloc(36), long(at), long(size), long(0)])
  const directory = Buffer.concat([entry('Root Entry', 5, 1, end, 0), entry('Workbook', 2, free, tables + 1, stream.length), Buffer.alloc(256)])
  return Buffer.concat([head, fat, directory, stream])
}
