import { hash } from 'node:crypto'
import { Kysely, PostgresDialect, sql, type Transaction } from 'kysely'
import pg from 'pg'
import type { DB } from './schema.gen.ts'
import { fromDatabase } from './problem.ts'

/** What queries get: the database inside one transaction of one person. */
export type Db = Kysely<DB> | Transaction<DB>

/** Whose eyes a transaction has. */
export interface Scope {
  role: 'staff' | 'unit' | 'resident' | 'gate'
  person?: string | null
  unit?: string | null
  /** Areas that may be seen, for staff. Empty: none. */
  areas?: readonly string[]
}

export interface Database {
  transact<T>(scope: Scope, mode: 'read' | 'write', work: (db: Db) => Promise<T>): Promise<T>
  /** One statement of the server itself, outside any person's transaction (sessions, sealing, job tables). */
  own<T extends pg.QueryResultRow>(text: string, values?: unknown[]): Promise<T[]>
  close(): Promise<void>
}

export interface ConnectionSettings { host?: string, port?: number, user?: string, password?: string, database?: string, ssl?: pg.ClientConfig['ssl'] }

// Counts fit a double; days stay the text they were written as.
pg.types.setTypeParser(pg.types.builtins.INT8, Number)
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text)

export function openDatabase(settings: ConnectionSettings, onError: (error: Error) => void, size = 20): Database {
  const pool = new pg.Pool({ ...settings, max: size, application_name: 'linli', connectionTimeoutMillis: 10_000, idle_in_transaction_session_timeout: 30_000, statement_timeout: 30_000 })
  pool.on('error', onError)
  // The pool listens only to connections at rest; one that is lost between two statements of a transaction would end the process.
  pool.on('connect', (client) => void keeping(client).on('error', onError))
  const kysely = new Kysely<DB>({ dialect: new PostgresDialect({ pool }) })
  return {
    transact: (scope, mode, work) => kysely.connection().execute((db) => inTransaction(db, begin(scope, mode), work)),
    own: async <T extends pg.QueryResultRow>(text: string, values: unknown[] = []) => (await pool.query<T>(text, values)).rows,
    async close() {
      await kysely.destroy()
      // Kysely ends the pool only where it has asked it for something.
      if (!pool.ending) await pool.end()
    },
  }
}

/**
 * Ends a statement that is asked all the time and planned alike whatever is asked: each connection keeps what it made of it. Without `*`, whose
 * meaning a migration changes, and in few wordings: nothing of it is ever forgotten.
 */
export const kept = sql.raw('/* kept */')

const keeping = (client: pg.PoolClient): pg.PoolClient => Object.assign(client, {
  query: (text: unknown, ...rest: unknown[]) => Reflect.apply(pg.Client.prototype.query, client, [typeof text === 'string' && text.endsWith('/* kept */') ? { text, name: hash('md5', text) } : text, ...rest]) as unknown,
})

async function inTransaction<T>(db: Kysely<DB>, start: string, work: (db: Db) => Promise<T>): Promise<T> {
  try {
    await sql.raw(start).execute(db)
    const result = await work(db)
    await sql.raw('commit').execute(db)
    return result
  } catch (error) {
    await sql.raw('rollback').execute(db).catch(() => undefined)
    throw fromDatabase(error)
  }
}

const areaForm = /^\/([0-9b]{2,5}\/)*$/
const idForm = /^[0-9a-f-]{36}$/

/**
 * BEGIN, the settings the policies read, and the role, as one message. SET LOCAL and not set_config(): Citus passes only the former on.
 * Values stand in the text of the statement, so each must have its strict form.
 */
function begin({ role, person, unit, areas = [] }: Scope, mode: 'read' | 'write'): string {
  const area = areas.length === 0 ? '' : commonArea(areas)
  return [
    `begin ${mode === 'read' ? 'read only' : 'read write'}`,
    set('app.person', person ?? '', idForm),
    set('app.unit', unit ?? '', idForm),
    set('app.area', area, areaForm),
    `set local app.areas = '${areas.length > 1 ? areas.map((one) => checked(one, areaForm)).join(',') : ''}'`,
    `set local role ${role}`,
  ].join('; ')
}

const set = (name: string, value: string, form: RegExp) => `set local ${name} = '${value === '' ? '' : checked(value, form)}'`

function checked(value: string, form: RegExp): string {
  if (!form.test(value)) throw new Error(`not a value for a setting: ${JSON.stringify(value)}`)
  return value
}

/** The smallest area that holds all of these: the part of the scope an index can use. */
export function commonArea(areas: readonly string[]): string {
  const parts = (areas[0] ?? '/').split('/').slice(0, -1)
  let depth = parts.length
  const prefix = () => `${parts.slice(0, depth).join('/')}/`
  while (!areas.every((area) => area.startsWith(prefix()))) depth -= 1
  return prefix()
}
