import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from '../config.ts'
import { openCrypto } from '../kernel/crypto.ts'
import { openDatabase, type ConnectionSettings } from '../kernel/db.ts'
import { refresh } from '../modules/insight/index.ts'
import { withRunning } from '../postgres/running.ts'
import { openAppRole } from '../start/app-role.ts'
import { openOwnPostgres } from '../start/own-postgres.ts'

/** Counts all figures anew from the events, while the platform runs or not. */
export async function rebuildInsight({ data, databaseUrl }: Config): Promise<number> {
  const keys = join(data, 'keys.json')
  if (!existsSync(keys)) throw new Error(`没有密钥文件 ${keys}，请检查 LINLI_DATA。`)
  const work = async (owner: ConnectionSettings) => {
    const database = openDatabase(await openAppRole(owner, openCrypto(keys)), (error) => void process.stderr.write(`${error.message}\n`), 1)
    try {
      process.stdout.write(`已重新统计 ${await refresh({ database, now: new Date(), isWhole: true })} 天。\n`)
      return 0
    } finally {
      await database.close()
    }
  }
  return databaseUrl ? work(await openOwnPostgres(databaseUrl)) : withRunning(join(data, 'postgres'), () => undefined, work)
}
