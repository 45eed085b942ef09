import type { Database } from '../../kernel/db.ts'
import { mostRows, type Seal, type SealedRow } from './seal.ts'

/** After every place there is. */
const end = '32767/18446744073709551615/infinity/ffffffff-ffff-ffff-ffff-ffffffffffff'
const columns = 'subdistrict, no, area, after, until, ids, digests, previous, seal, at'

/** The next rows that no other can come before any more. */
export const listFinished = (database: Database, subdistrict: number, after: string): Promise<SealedRow[]> =>
  database.own<SealedRow>('select place, id, content from journal_rows($1, $2, null, $3)', [subdistrict, after, mostRows])

/** All rows after one place up to another or the end, a few thousand at a time. */
export async function* eachRow(database: Database, subdistrict: number, after: string, until = end): AsyncGenerator<SealedRow> {
  for (let place = after; ;) {
    const rows = await database.own<SealedRow>('select place, id, content from journal_rows($1, $2, $3, $4)', [subdistrict, place, until, mostRows])
    yield* rows
    if (rows.length < mostRows) return
    place = rows.at(-1)!.place
  }
}

export async function* eachSeal(database: Database, subdistrict: number): AsyncGenerator<Seal> {
  for (let no = -2_147_483_648; ;) {
    const seals = await database.own<Seal>(`select ${columns} from journal_seal where subdistrict = $1 and no > $2 order by no limit 10`, [subdistrict, no])
    yield* seals
    if (seals.length < 10) return
    no = seals.at(-1)!.no
  }
}

export async function findLast(database: Database, subdistrict: number): Promise<Seal | undefined> {
  return (await database.own<Seal>(`select ${columns} from journal_seal where subdistrict = $1 order by no desc limit 1`, [subdistrict]))[0]
}

/** False where another server sealed this batch first. */
export async function add(database: Database, { subdistrict, no, area, after, until, ids, digests, previous, seal, at }: Seal): Promise<boolean> {
  const rows = await database.own(`insert into journal_seal (${columns}) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict do nothing returning no`,
    [subdistrict, no, area, after, until, ids, digests, previous, seal, at])
  return rows.length > 0
}

export async function has(database: Database, subdistrict: number, { no, seal }: { no: number, seal: Buffer }): Promise<boolean> {
  return (await database.own('select from journal_seal where subdistrict = $1 and no = $2 and seal = $3', [subdistrict, no, seal])).length > 0
}

export const listSubdistricts = async (database: Database): Promise<number[]> =>
  (await database.own<{ subdistrict: number }>('select journal_subdistricts() as subdistrict union select subdistrict from journal_seal order by subdistrict')).map(({ subdistrict }) => subdistrict)
