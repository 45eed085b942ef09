import type { Crypto } from '../../kernel/crypto.ts'
import type { Database } from '../../kernel/db.ts'
import type { Files } from '../../kernel/files.ts'
import { digestOf, digestsOf, sealOf, type Seal } from './seal.ts'
import * as store from './seal-store.ts'
import { readWitness } from './witness.ts'

/** What is wrong with the journal, and where. */
export type Finding = { subdistrict: number, no: number } & (
  | { what: 'row changed' | 'row removed' | 'row inserted', row: string }
  | { what: 'seal changed' | 'seal out of order' | 'seal not as seen' }
  | { what: 'seals missing', until: number })

export interface Checked { batches: number, rows: number, unsealed: number }

interface Means { database: Database, crypto: Crypto, files: Files }

/** Reads every chain from its beginning, a batch at a time: yields what is wrong, and in the end answers what was checked. */
export async function* checkJournal(means: Means): AsyncGenerator<Finding, Checked> {
  const total: Checked = { batches: 0, rows: 0, unsealed: 0 }
  const seen = await readWitness(means.files)
  for (const subdistrict of new Set([...await store.listSubdistricts(means.database), ...seen.keys()])) {
    const { batches, rows, unsealed } = yield* checkChain(means, subdistrict)
    total.batches += batches
    total.rows += rows
    total.unsealed += unsealed
    const newest = seen.get(subdistrict)
    if (newest && !(await store.has(means.database, subdistrict, newest))) yield { subdistrict, no: newest.no, what: 'seal not as seen' }
  }
  return total
}

async function* checkChain({ database, crypto }: Means, subdistrict: number): AsyncGenerator<Finding, Checked> {
  let last: Seal | undefined
  let isLastWhole = true
  const checked: Checked = { batches: 0, rows: 0, unsealed: 0 }
  for await (const seal of store.eachSeal(database, subdistrict)) {
    const no = (last?.no ?? 0) + 1
    const isWhole = sealOf(crypto, seal).equals(seal.seal)
    if (seal.no > no) yield { subdistrict, no, until: seal.no - 1, what: 'seals missing' }
    // A batch that was changed itself can tell nothing of its rows or of its neighbours.
    if (!isWhole) yield { subdistrict, no: seal.no, what: 'seal changed' }
    else {
      if (seal.no === no && isLastWhole && !seal.previous.equals(last?.seal ?? Buffer.alloc(32))) yield { subdistrict, no: seal.no, what: 'seal out of order' }
      yield* checkRows({ database, crypto }, seal)
      checked.rows += seal.ids.length
    }
    checked.batches += 1
    isLastWhole = isWhole
    last = seal
  }
  if (isLastWhole) for await (const _ of store.eachRow(database, subdistrict, last?.until ?? '')) checked.unsealed += 1
  return checked
}

async function* checkRows({ database, crypto }: Pick<Means, 'database' | 'crypto'>, seal: Seal): AsyncGenerator<Finding> {
  const { subdistrict, no } = seal
  const expected = digestsOf(seal)
  for await (const row of store.eachRow(database, subdistrict, seal.after, seal.until)) {
    const digest = expected.get(row.id)
    if (!digest) yield { subdistrict, no, row: row.id, what: 'row inserted' }
    else if (!digestOf(crypto, row).equals(digest)) yield { subdistrict, no, row: row.id, what: 'row changed' }
    expected.delete(row.id)
  }
  for (const row of expected.keys()) yield { subdistrict, no, row, what: 'row removed' }
}
