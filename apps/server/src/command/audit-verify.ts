import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from '../config.ts'
import { openCrypto } from '../kernel/crypto.ts'
import { openDatabase, type ConnectionSettings } from '../kernel/db.ts'
import { openFiles } from '../kernel/files.ts'
import { checkJournal, type Finding } from '../modules/audit/index.ts'
import { withRunning } from '../postgres/running.ts'
import { openOwnPostgres } from '../start/own-postgres.ts'

/** Checks the whole journal against its seals while the platform runs or not; 0: nothing was found, 1: something was. */
export async function verify({ data, databaseUrl }: Config): Promise<number> {
  if (!existsSync(join(data, 'keys.json'))) throw new Error(`没有密钥文件 ${join(data, 'keys.json')}，无法核对。`)
  const check = (owner: ConnectionSettings) => runAuditVerify(owner, data, (line) => void process.stdout.write(`${line}\n`))
  return databaseUrl ? check(await openOwnPostgres(databaseUrl)) : withRunning(join(data, 'postgres'), () => undefined, check)
}

/** Names at most this many places: whoever changed a whole year needs no list of it. */
const mostNamed = 1000

export async function runAuditVerify(owner: ConnectionSettings, data: string, say: (line: string) => void): Promise<number> {
  const database = openDatabase(owner, (error) => say(error.message), 1)
  try {
    let found = 0
    const checking = checkJournal({ database, crypto: openCrypto(join(data, 'keys.json')), files: openFiles(join(data, 'files')) })
    for (;;) {
      const { done, value } = await checking.next()
      if (done) {
        say(`共核对 ${value.batches} 批、${value.rows} 条审计记录，${found === 0 ? '没有发现改动' : `发现 ${found} 处问题`}；另有 ${value.unsealed} 条尚未封存。`)
        return found === 0 ? 0 : 1
      }
      found += 1
      if (found <= mostNamed) say(inWords(value))
      if (found === mostNamed) say(`前 ${mostNamed} 处已列出，其余只计数。`)
    }
  } finally {
    await database.close()
  }
}

function inWords(finding: Finding): string {
  const batch = `${finding.subdistrict === 0 ? '平台' : `街道 ${finding.subdistrict}`} 第 ${finding.no} 批`
  switch (finding.what) {
    case 'row changed': return `${batch}：记录 ${finding.row} 的内容被改动`
    case 'row removed': return `${batch}：记录 ${finding.row} 不见了`
    case 'row inserted': return `${batch}：记录 ${finding.row} 是封存之后插入的`
    case 'seal changed': return `${batch}：封存本身被改动，这一批的记录无法核对`
    case 'seal out of order': return `${batch}：与前一批接不上，封存的次序被改动`
    case 'seals missing': return `${batch}${finding.until > finding.no ? `至第 ${finding.until} 批` : ''}：封存不见了`
    case 'seal not as seen': return `${batch}：曾经封存，现在没有或不同；之后的封存可能被删除，或数据库恢复到了更早的时间`
  }
}
