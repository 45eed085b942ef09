import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import pg from 'pg'
import type { Logger } from 'pino'
import { readConfig } from '../src/config.ts'
import { openHttp } from '../src/http/app.ts'
import { openLog } from '../src/http/log.ts'
import { openCrypto } from '../src/kernel/crypto.ts'
import type { ConnectionSettings } from '../src/kernel/db.ts'
import type { Pace } from '../src/kernel/jobs.ts'
import type { Outside } from '../src/outside/index.ts'
import { openServer, type Server } from '../src/server.ts'
import { openAppRole } from '../src/start/app-role.ts'
import { migrate } from '../src/start/migrate.ts'
import { seedStandards } from '../src/start/seed.ts'
import { foundSubdistrict, type Subdistrict } from './city-people.ts'
import { testDatabase } from './postgres.ts'

/** A running server on a database of its own, in which each story founds a sub-district of its own. */
export interface City {
  server: Server
  http: FastifyInstance
  owner: pg.Client
  ownerSettings: ConnectionSettings
  /** Where its keys and files lie, for another server on the same database. */
  folder: string
  /** The server's clock stands at this moment; undefined: it runs. */
  setClock(moment: string | undefined): void
  subdistrict(): Promise<Subdistrict>
  close(): Promise<void>
}

export interface CityOptions { outside?: Outside, env?: Record<string, string>, work?: boolean, pace?: Pace, log?: Logger }

/** The same keys in every city: all databases of a run share the role the server signs in as. */
const keys = { current: 'k1', index: Buffer.alloc(32, 1).toString('base64'), keys: { k1: Buffer.alloc(32, 2).toString('base64') } }

/** Nothing is set up: whatever reaches out is told so. */
export const noOutside = new Proxy({ llm: null, encoder: null }, { get: (known, name) => { if (name in known) return null; throw new Error('this story has no outside') } }) as Partial<Outside> as Outside

/** Opens a city; `work: true` also runs its jobs, `pace` says how patiently. Call `close` in `after`. */
export async function openCity({ outside = noOutside, env = {}, work = false, pace, log = openLog('silent') }: CityOptions = {}): Promise<City> {
  const folder = mkdtempSync(join(tmpdir(), 'linli-city-'))
  writeFileSync(join(folder, 'keys.json'), JSON.stringify(keys))
  const { owner: ownerSettings } = await testDatabase({ name: 'city', migrate: (settings) => build(settings, join(folder, 'keys.json')) })
  let moment: Date | undefined
  const server = await openServer({ config: readConfig({ LINLI_DATA: folder, LINLI_LOG: 'silent', ...env }), owner: ownerSettings, log, outside, pace, clock: () => moment ?? new Date() })
  const http = await openHttp(server)
  if (work) await server.jobs.work(server.around, outside)
  const owner = new pg.Client(ownerSettings)
  await owner.connect()
  return {
    server, http, owner, ownerSettings, folder,
    setClock: (text) => { moment = text === undefined ? undefined : new Date(text) },
    subdistrict: () => foundSubdistrict(owner, http, server.around.crypto),
    async close() {
      await http.close()
      await server.close()
      await owner.end()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function build(settings: ConnectionSettings, keyFile: string): Promise<void> {
  await migrate(settings)
  await openAppRole(settings, openCrypto(keyFile))
  const client = new pg.Client(settings)
  await client.connect()
  await seedStandards(settings)
  for (const back of Array.from({ length: 15 }, (_, at) => at - 12)) await client.query(`select journal_month((current_date + make_interval(months => $1))::date)`, [back])
  await client.end()
}
