import pg from 'pg'
import type { ConnectionSettings } from '../kernel/db.ts'
import type { Crypto } from '../kernel/crypto.ts'
import { refusal } from './own-postgres.ts'

/**
 * Connection settings of the role the server signs in as. Its password is derived from the installation's key,
 * so that several servers with the same key file agree on it without telling each other.
 * @throws Error in plain words where the role belongs to other keys, may not be changed, or may not sign in.
 */
export async function openAppRole(owner: ConnectionSettings, crypto: Crypto): Promise<ConnectionSettings> {
  const secret = (purpose: string) => crypto.sign('app', purpose).toString('base64url')
  const settings = { ...owner, user: 'app', password: secret('database role') }
  if (!(await isRefused(settings))) return settings
  await setPassword(owner, settings, `linli ${secret('database role mark').slice(0, 12)}`)
  const error = await isRefused(settings)
  if (error) throw new Error(`平台以角色 app 登录数据库 ${settings.database} 不成：${refusal(error)}请在 pg_hba.conf 中让 app 以密码（scram-sha-256）登录。`)
  return settings
}

/** Why the role does not get in; undefined where it does. */
async function isRefused(settings: ConnectionSettings): Promise<Error | undefined> {
  const client = new pg.Client(settings)
  client.on('error', () => undefined)
  return client.connect().then(() => client.end()).then(() => undefined, (error: Error) => error)
}

/** The role says by its comment whose it is: a server with other keys would lock out those that are there, and seal and encrypt what they cannot read. */
async function setPassword(owner: ConnectionSettings, settings: ConnectionSettings, mark: string): Promise<void> {
  const client = new pg.Client(owner)
  await client.connect()
  try {
    // Servers that start together wait for the first of them; the lock goes with the transaction.
    await client.query('begin')
    await client.query('select pg_advisory_xact_lock(7211003)')
    if (!(await isRefused(settings))) return
    const { rows: [found] } = await client.query<{ mark: string | null }>(`select shobj_description('app'::regrole, 'pg_authid') as mark`)
    if (found?.mark?.startsWith('linli ') && found.mark !== mark) throw new Error(otherKeys)
    await client.query(`alter role app password ${client.escapeLiteral(settings.password ?? '')}; comment on role app is ${client.escapeLiteral(mark)}; commit`)
  } catch (error) {
    throw (error as { code?: string }).code === '42501' ? new Error(noRight(owner.user ?? ''), { cause: error }) : error
  } finally {
    await client.end()
  }
}

const otherKeys = `角色 app 属于另一份密钥文件。一个 PostgreSQL 只装一套邻里，它的各台服务器共用同一份 keys.json：请放回原来的那一份。若它确已遗失，加密的数据无法恢复；以数据库的拥有者执行 comment on role app is null 后，可用新密钥继续。`

/** From PostgreSQL 16 on, CREATEROLE reaches only roles one has made, or was given with the admin option. */
const noRight = (role: string) => `角色 ${role} 须能设置角色 app 的密码。请以超级用户执行：alter role "${role}" createrole；在 PostgreSQL 16 以上还有：grant app to "${role}" with admin option`
