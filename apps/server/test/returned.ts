import assert from 'node:assert/strict'
import type { Asked } from '@linli/contract'
import { readXlsx, writeXlsx } from 'hucre/xlsx'
import { openBlock } from './block.ts'
import type { City } from './city.ts'
import type { Person } from './city-people.ts'
import { eventually } from './eventually.ts'
import { sendTable } from './table.ts'

export type Draft = NonNullable<Asked<'ledger', 'rows'>['draft']>
export type Cells = (string | number | boolean | Date | null)[]

/** The first line below title, watermark and header. */
const head = 3

export async function reach(worker: Person, id: string, status: string) {
  await eventually(async () => assert.equal((await worker.call('intake', 'get', { id })).status, status))
  return worker.call('intake', 'get', { id })
}

/** A ledger goes out, is changed in Excel and comes back. */
export const returning = ({ http }: City) => ({
  head, reach,
  async goOut(worker: Person, draft: Draft, name = '台账'): Promise<Cells[]> {
    const { id } = await worker.call('ledger', 'askExport', { draft, name, purpose: '核对' })
    const answer = await http.inject({ method: 'POST', url: '/api/ledger/file', payload: { id }, headers: { authorization: `Bearer ${worker.token}` } })
    return (await readXlsx(answer.rawPayload)).sheets[0]!.rows as Cells[]
  },
  /** Saved by Excel as it is, hidden column and all. */
  async comeBack(worker: Person, rows: Cells[]) {
    return reach(worker, await sendTable(http, worker, await writeXlsx({ sheets: [{ name: '台账', rows }] }), '台账-改.xlsx'), 'ready')
  },
  edited: (rows: Cells[], edits: [row: number, column: number, cell: Cells[number]][]) => rows.map((cells, row) => cells.map((cell, column) => edits.find(([at, place]) => at === row && place === column)?.[2] ?? (edits.some(([at, place]) => at === row && place === column) ? null : cell))),
  rowsOf,
  cellsOf: async (worker: Person, id: string) => (await rowsOf(worker, id, { outcome: 'match' })).flatMap(({ no, differences }) => differences.map(({ label, before: was, after: is, sent, isConflict, isTaken }) => [no, label, ...[sent, was, is].map((value) => (Array.isArray(value) ? value.join('、') : value)), isConflict, isTaken])),
  async commit(worker: Person, id: string, results: object) {
    await worker.call('intake', 'commit', { id, which: 'all' })
    assert.deepEqual((await reach(worker, id, 'done')).results, results)
  },
})

const rowsOf = async (worker: Person, id: string, more: object = {}) => (await worker.call('intake', 'rows', { id, limit: 100, ...more })).rows

export const openReturns = async (city: City) => ({ ...await openBlock(city), ...returning(city) })
