import { Client } from 'pg'
import type { Crypto } from '../kernel/crypto.ts'
import type { ConnectionSettings } from '../kernel/db.ts'

/** Every encrypted column, the key of its table, the name its values are bound to, and how many are held at once where they are large. `reseal.test.ts` looks for one that is missing. */
export const sealedColumns: readonly { table: string, key: string[], column: string, field: string, atOnce?: number }[] = [
  { table: 'account', key: ['id'], column: 'phone', field: 'account.phone' },
  { table: 'account', key: ['id'], column: 'totp', field: 'account.totp' },
  { table: 'account', key: ['id'], column: 'totp_pending', field: 'account.totp' },
  { table: 'event', key: ['subdistrict', 'id'], column: 'reporter_phone', field: 'event.reporter_phone' },
  { table: 'link', key: ['subdistrict', 'id'], column: 'phone', field: 'link.phone' },
  { table: 'person', key: ['subdistrict', 'id'], column: 'number', field: 'person.number' },
  { table: 'person', key: ['subdistrict', 'id'], column: 'phone', field: 'person.phone' },
  { table: 'person', key: ['subdistrict', 'id'], column: 'sealed', field: 'person.sealed' },
  { table: 'revision', key: ['subdistrict', 'record', 'no'], column: 'sealed', field: 'revision.sealed' },
  { table: 'claim', key: ['subdistrict', 'id'], column: 'sealed', field: 'claim.sealed' },
  ...(['housing', 'building', 'household', 'enterprise', 'thing'] as const).map((table) => ({ table, key: ['subdistrict', 'id'], column: 'sealed', field: `${table}.sealed` })),
  { table: 'logbook_entry', key: ['subdistrict', 'id'], column: 'sealed', field: 'entry.sealed' },
  { table: 'special', key: ['subdistrict', 'id'], column: 'sealed', field: 'special.sealed' },
  { table: 'special_revision', key: ['subdistrict', 'special', 'no'], column: 'sealed', field: 'special_revision.sealed' },
  { table: 'document', key: ['subdistrict', 'id'], column: 'content', field: 'document.content', atOnce: 1 },
  { table: 'talk', key: ['subdistrict', 'id'], column: 'sender', field: 'talk.sender' },
  { table: 'rights_request', key: ['subdistrict', 'id'], column: 'phone', field: 'rights.phone' },
  { table: 'intake_batch', key: ['subdistrict', 'id'], column: 'head', field: 'intake.head' },
  { table: 'intake_file', key: ['subdistrict', 'batch'], column: 'content', field: 'intake.file', atOnce: 1 },
  ...(['faults', 'said', 'cells', 'number', 'phone', 'sealed'] as const).map((column) => ({ table: 'intake_row', key: ['subdistrict', 'batch', 'run', 'no'], column, field: column === 'faults' || column === 'said' || column === 'cells' ? `intake.${column}` : `person.${column}` })),
]

const usually = 500

/**
 * Seals what an earlier key sealed with the present one, as the database's owner, while the platform runs or not: a value that changes meanwhile is left
 * to who changed it. Answers how many there were; once none is left, the earlier keys are needed for backups alone.
 */
export async function reseal(owner: ConnectionSettings, crypto: Crypto): Promise<number> {
  const client = new Client(owner)
  await client.connect()
  try {
    let resealed = 0
    for (const one of sealedColumns) resealed += await resealColumn(client, crypto, one)
    return resealed
  } finally {
    await client.end()
  }
}

async function resealColumn(client: Client, crypto: Crypto, { table, key, column, field, atOnce = usually }: typeof sealedColumns[number]): Promise<number> {
  let resealed = 0
  const keys = key.join(', ')
  for (let after: unknown[] | undefined; ;) {
    const where = after ? `and (${keys}) > (${key.map((_, at) => `$${at + 1}`).join(', ')})` : ''
    const { rows } = await client.query<Record<string, unknown> & { sealed: Buffer }>(`select ${keys}, ${column} as sealed from ${table} where ${column} is not null ${where} order by ${keys} limit ${atOnce}`, after ?? [])
    for (const row of rows.filter(({ sealed }) => crypto.isStale(sealed))) {
      const fresh = crypto.encrypt(crypto.decrypt(row.sealed, field), field)
      const { rowCount } = await client.query(`update ${table} set ${column} = $1 where ${column} = $2 and ${key.map((name, at) => `${name} = $${at + 3}`).join(' and ')}`, [fresh, row.sealed, ...key.map((name) => row[name])])
      resealed += rowCount ?? 0
    }
    const last = rows.at(-1)
    if (!last || rows.length < atOnce) return resealed
    after = key.map((name) => last[name])
  }
}
