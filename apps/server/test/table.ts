import type { FastifyInstance } from 'fastify'
import { writeXlsx } from 'hucre/xlsx'
import type { Person } from './city-people.ts'
import { sendUpAs } from './photo.ts'

export type Rows = (string | number | boolean | Date | null)[][]

/** A workbook with one sheet, as Excel writes it; `more` is what else the sheet has. */
export const book = (rows: Rows, more: object = {}) => writeXlsx({ sheets: [{ name: '人口', rows, ...more }] })

/** Sends a table up as the person would; rows become a csv, bytes go as they are. Answers the number of the batch. */
export async function sendTable(http: FastifyInstance, person: Pick<Person, 'token'>, content: readonly (readonly string[])[] | Uint8Array, name = '人口.csv'): Promise<string> {
  const bytes = content instanceof Uint8Array ? Buffer.from(content) : Buffer.from(content.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\n'))
  const { status, body } = await sendUpAs(http, `Bearer ${person.token}`, bytes, name, { url: '/api/table/upload' })
  if (status !== 200) throw Object.assign(new Error(`upload: ${status} ${JSON.stringify(body)}`), { code: body.code })
  return body.id
}
