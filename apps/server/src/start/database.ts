import { join } from 'node:path'
import type { Config } from '../config.ts'
import type { ConnectionSettings } from '../kernel/db.ts'
import { startPostgres } from '../postgres/index.ts'
import { openOwnPostgres } from './own-postgres.ts'

export interface OwnDatabase { owner: ConnectionSettings, stop(): Promise<void>, ended: Promise<boolean> | null }

/** The owner's way in: the address that was set, or the embedded PostgreSQL under the data folder. */
export async function openOwnDatabase({ databaseUrl, data }: Config, log: (line: string) => void): Promise<OwnDatabase> {
  if (databaseUrl) return { owner: await openOwnPostgres(databaseUrl), stop: async () => undefined, ended: null }
  return startPostgres({ folder: join(data, 'postgres'), log })
}
