import { Client } from 'pg'
import type { Crypto } from '../kernel/crypto.ts'
import type { ConnectionSettings } from '../kernel/db.ts'

/** So many that one step ends in well under a second. */
const atOnce = 500

interface Row { subdistrict: number, id: string, sealed: Buffer }

/**
 * Events from before the number of who reported them was found by an index (migration 0072) get theirs, in steps, as the database's owner: what was done stays done when the server stops.
 * An index of those that have none (0130) makes it nothing at every later start. Who reported anonymously is found by nobody. Answers how many there were.
 */
export async function indexEventNumbers(owner: ConnectionSettings, crypto: Crypto, say: (line: string) => void): Promise<number> {
  const client = new Client(owner)
  await client.connect()
  try {
    let filled = 0
    for (let after: Row | undefined; ;) {
      const { rows } = await client.query<Row>(`select subdistrict, id, reporter_phone as sealed from event where reporter_phone is not null and reporter_index is null and privacy <> 'anonymous'
        ${after ? 'and (subdistrict, id) > ($1, $2)' : ''} order by subdistrict, id limit ${atOnce}`, after ? [after.subdistrict, after.id] : [])
      if (filled === 0 && rows.length > 0) say('正在补建旧事件反映人电话的索引（仅一次）…')
      filled += await fillIn(client, crypto, rows)
      after = rows.at(-1)
      if (rows.length < atOnce) return filled
    }
  } finally {
    await client.end()
  }
}

/** Where the number is still the one that was read. By the same index as the number of a person, so that their page may tell what they reported. */
async function fillIn(client: Client, crypto: Crypto, rows: readonly Row[]): Promise<number> {
  const read = rows.flatMap((row) => { const index = indexIn(crypto, row); return index ? [{ ...row, index }] : [] })
  const { rowCount } = await client.query(`update event set reporter_index = one.index from unnest($1::integer[], $2::uuid[], $3::bytea[], $4::bytea[]) as one (subdistrict, id, sealed, index)
    where event.subdistrict = one.subdistrict and event.id = one.id and event.reporter_index is null and event.reporter_phone = one.sealed`,
  [read.map(({ subdistrict }) => subdistrict), read.map(({ id }) => id), read.map(({ sealed }) => sealed), read.map(({ index }) => index)])
  return rowCount ?? 0
}

/** Nothing where the number cannot be read any more: its key is gone, and the platform starts all the same. */
function indexIn(crypto: Crypto, { sealed }: Row): Buffer | undefined {
  try {
    return crypto.index(crypto.decrypt(sealed, 'event.reporter_phone'), 'person.phone')
  } catch {
    return undefined
  }
}
