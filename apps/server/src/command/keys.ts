import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from '../config.ts'
import { openCrypto, rotateKey } from '../kernel/crypto.ts'
import type { ConnectionSettings } from '../kernel/db.ts'
import { withRunning } from '../postgres/running.ts'
import { openOwnPostgres } from '../start/own-postgres.ts'
import { reseal } from '../start/reseal.ts'

/** Seals new values with a new key from the next start on; values sealed before stay readable with theirs. */
export async function rotateKeys({ data }: Config): Promise<number> {
  const id = rotateKey(existing(data))
  process.stdout.write(`已启用密钥 ${id}，重启后生效。请备份 ${join(data, 'keys.json')}：丢失密钥，加密的数据无法恢复。\n全部重启之后，可用 linli keys reseal 把旧数据也换用新密钥。\n`)
  return 0
}

/** Seals what is there with the present key, after the last rotation and a restart of every server. */
export async function resealKeys({ data, databaseUrl }: Config): Promise<number> {
  const crypto = openCrypto(existing(data))
  const work = async (owner: ConnectionSettings) => {
    process.stdout.write(`已把 ${await reseal(owner, crypto)} 项旧数据换用现在的密钥。更早的备份仍需要旧密钥，请继续保管。\n`)
    return 0
  }
  return databaseUrl ? work(await openOwnPostgres(databaseUrl)) : withRunning(join(data, 'postgres'), () => undefined, work)
}

/** A new key file in a mistyped folder would help nobody. */
function existing(data: string): string {
  const file = join(data, 'keys.json')
  if (!existsSync(file)) throw new Error(`没有密钥文件 ${file}，请检查 LINLI_DATA。`)
  return file
}
