import { Client } from 'pg'
import type { ConnectionSettings } from '../kernel/db.ts'

/**
 * The owner's way into a PostgreSQL that is not ours to start.
 * @throws Error in plain words where it cannot be reached or is not fit, naming everything that has to be done there.
 */
export async function openOwnPostgres(address: string): Promise<ConnectionSettings> {
  const owner = readAddress(address)
  const wrong = await lacking(owner).catch((error: unknown) => [refusal(error)])
  if (wrong.length > 0) throw new Error(`无法使用 DATABASE_URL 指向的数据库 ${place(owner)}：\n${wrong.map((one) => `  ${one}`).join('\n')}`)
  return owner
}

/** Part by part, so that another role can sign in at the same place; by `pg`, which knows hosts in the query, sockets and certificates. */
export function readAddress(address: string): ConnectionSettings {
  if (!/^(postgres(ql)?|socket):/.test(address)) throw new Error('DATABASE_URL 应形如 postgres://角色:密码@主机:5432/数据库')
  try {
    const { host, port, user, password, database, ssl } = new Client({ connectionString: address })
    return { host, port, user, password, database, ssl }
  } catch (error) {
    throw new Error(`DATABASE_URL 读不懂（密码中的特殊字符须写成 %40 这样的形式）：${(error as Error).message}`, { cause: error })
  }
}

const place = ({ user, host, port, database }: ConnectionSettings) => `${user}@${host}:${port}/${database}`

interface Found { version: string, is_old: boolean, is_replica: boolean, encoding: string, collates: boolean, owns: boolean, creates: boolean, makes_roles: boolean, taken: string | null, role: string, database: string }

const asked = `select current_setting('server_version') as version, current_setting('server_version_num')::integer < 150000 as is_old,
  pg_is_in_recovery() as is_replica, current_setting('server_encoding') as encoding, exists (select from pg_collation where collname = 'zh-x-icu') as collates,
  has_database_privilege(current_database(), 'create') as owns, coalesce(has_schema_privilege(to_regnamespace('public'), 'create'), false) as creates,
  (select rolsuper or rolcreaterole from pg_roles where rolname = current_user) or ours.number = 5 as makes_roles, ours.taken,
  quote_ident(current_user) as role, quote_ident(current_database()) as database
  from (select count(*) as number, string_agg(rolname, '、') filter (where rolinherit or rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication) as taken
    from pg_roles where rolname in ('app', 'staff', 'unit', 'resident', 'gate')) as ours`

/** What the database or the role in it lacks, each with what helps. */
async function lacking(owner: ConnectionSettings): Promise<string[]> {
  const client = new Client({ ...owner, connectionTimeoutMillis: 10_000 })
  client.on('error', () => undefined)
  await client.connect()
  try {
    const { rows: [found] } = await client.query<Found>(asked)
    return missing(found!)
  } finally {
    await client.end()
  }
}

function missing({ version, is_old, is_replica, encoding, collates, owns, creates, makes_roles, taken, role, database }: Found): string[] {
  const list: [boolean, string][] = [
    [is_old, `需要 PostgreSQL 15 以上，那里是 ${version}。`],
    [is_replica, '那里是只读的备机，请改用主机的地址。'],
    [encoding !== 'UTF8', `数据库的编码须为 UTF8，那里是 ${encoding}。请另建：create database … owner ${role} encoding 'UTF8' locale 'C.UTF-8' template template0`],
    [encoding === 'UTF8' && !collates, '那里的 PostgreSQL 没有 ICU，无法按拼音排序，请换用带 ICU 的版本。'],
    [!owns, `角色 ${role} 须拥有数据库。请以超级用户执行：alter database ${database} owner to ${role}`],
    [owns && !creates, `角色 ${role} 须能在 public 中建表。请以超级用户在该库中执行：grant all on schema public to ${role}`],
    [!makes_roles, `角色 ${role} 须能创建角色。请以超级用户执行：alter role ${role} createrole`],
    [taken !== null, `邻里要用的角色 ${taken} 已有别的用途或别的权限，请换一个 PostgreSQL，或以超级用户收回：alter role … noinherit nosuperuser nobypassrls nocreaterole nocreatedb noreplication`],
  ]
  return list.flatMap(([is, words]) => (is ? [words] : []))
}

/** Why nobody gets in, in the operator's words; codes of Node and of PostgreSQL (Appendix A). */
export function refusal(error: unknown): string {
  const { code = '', message } = error as { code?: string, message: string }
  const known = message === 'timeout expired' ? reasons.ETIMEDOUT : reasons[code]
  return `${known ?? '没有连上'}（${message || code}）。`
}

const nobodyThere = '那里没有 PostgreSQL 应答，请检查地址和端口，并确认它已启动'
const noWay = '连不上这台主机，请检查地址、网络和防火墙'
const reasons: Record<string, string> = {
  ECONNREFUSED: nobodyThere,
  ENOENT: nobodyThere,
  ETIMEDOUT: noWay,
  EHOSTUNREACH: noWay,
  ENETUNREACH: noWay,
  ENOTFOUND: '没有这个主机名',
  EAI_AGAIN: '查不到这个主机名，请检查网络',
  '28P01': '角色名或密码不对',
  '28000': '那里不让这个角色这样登录，请检查它的登录权限和 pg_hba.conf',
  '3D000': '那里没有这个数据库',
  '42501': '角色没有所需的权限',
  '53300': '那里的连接数已满',
  '57P03': '数据库正在启动或停止，请稍后再试',
}
