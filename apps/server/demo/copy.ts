import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ClientBase } from 'pg'
import { from } from 'pg-copy-streams'

/** What a column of a copied row may be. Buffers are bytea, arrays of text are text arrays, other objects JSON. */
export type Cell = string | number | boolean | null | Date | Buffer | object

/** Writes rows with COPY, which is ten times faster than INSERT. Text format (PostgreSQL, COPY, File Formats). */
export async function copyRows(client: ClientBase, table: string, columns: readonly string[], rows: Iterable<readonly Cell[]>): Promise<void> {
  const names = columns.map((column) => `"${column}"`).join(', ')
  await pipeline(Readable.from(chunks(rows), { objectMode: false }), client.query(from(`copy ${table} (${names}) from stdin`)))
}

/** Lines gathered to pieces of about 64 KB, so that the stream is not asked for each row. */
function* chunks(rows: Iterable<readonly Cell[]>): Generator<string> {
  let piece = ''
  for (const row of rows) {
    piece += `${row.map(written).join('\t')}\n`
    if (piece.length > 65_536) {
      yield piece
      piece = ''
    }
  }
  if (piece !== '') yield piece
}

function written(cell: Cell): string {
  if (cell === null) return '\\N'
  if (typeof cell === 'string') return escaped(cell)
  if (typeof cell === 'number') return String(cell)
  if (typeof cell === 'boolean') return cell ? 't' : 'f'
  if (cell instanceof Date) return cell.toISOString()
  if (Buffer.isBuffer(cell)) return `\\\\x${cell.toString('hex')}`
  return escaped(JSON.stringify(cell))
}

const special: Record<string, string> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' }
const escaped = (text: string) => (/[\\\n\r\t]/.test(text) ? text.replace(/[\\\n\r\t]/g, (char) => special[char]!) : text)
