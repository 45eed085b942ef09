import { join } from 'node:path'
import type { Config } from '../config.ts'
import type { ConnectionSettings } from '../kernel/db.ts'
import { withRunning } from '../postgres/running.ts'
import { resetPassword } from '../start/first-admin.ts'
import { openOwnPostgres } from '../start/own-postgres.ts'

/** For an administrator whom nobody else may help: whoever has the server has the database anyway, and it stays on record. */
export async function resetAdmin({ data, databaseUrl }: Config, [name]: string[]): Promise<number> {
  if (!name) throw new Error('请写明登录名，例如：linli admin reset admin-audit')
  const work = async (owner: ConnectionSettings) => {
    process.stdout.write(`${name} 的一次性密码（请立即登录修改，只显示这一次）：${await resetPassword(owner, name)}\n`)
    return 0
  }
  return databaseUrl ? work(await openOwnPostgres(databaseUrl)) : withRunning(join(data, 'postgres'), () => undefined, work)
}
