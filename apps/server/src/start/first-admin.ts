import pg from 'pg'
import type { ConnectionSettings } from '../kernel/db.ts'
import { tenantOf } from '../kernel/actor.ts'
import { newId } from '../kernel/id.ts'
import { firstPassword } from '../modules/identity/index.ts'

export interface FirstAdmin { name: string, signInName: string, password: string }

/** 三员分立 (GB/T 22239-2019): three people, none of whom can do anything that matters without the others. */
const admins = [
  { role: 'systemAdmin', name: '系统管理员', signInName: 'admin-system' },
  { role: 'securityAdmin', name: '安全管理员', signInName: 'admin-security' },
  { role: 'auditAdmin', name: '审计管理员', signInName: 'admin-audit' },
]

/**
 * Makes the three administrators of an installation that has no staff yet, over all areas, each with a random password that must be changed at the
 * first sign-in; answers them to be told once, or nothing where somebody is there. Needs the roles, and the journal's present month.
 */
export async function ensureFirstAdmins(owner: ConnectionSettings, now = new Date()): Promise<FirstAdmin[]> {
  const client = new pg.Client(owner)
  await client.connect()
  try {
    await client.query('begin')
    // Several servers may start at once.
    await client.query('lock table account in share row exclusive mode')
    const { rowCount } = await client.query(`select from account where side <> 'resident' limit 1`)
    const made = []
    for (const admin of rowCount === 0 ? admins : []) made.push(await create(client, admin, now))
    await client.query('commit')
    return made
  } finally {
    await client.end()
  }
}

async function create(client: pg.Client, { role, name, signInName }: typeof admins[number], now: Date): Promise<FirstAdmin> {
  const id = newId(now)
  const { plain, columns } = await firstPassword(now)
  await client.query(`insert into account (id, side, name, sign_in_name, area, password, password_at, must_change_password, created_at) values ($1, 'staff', $2, $3, '/', $4, $5, true, $5)`,
    [id, name, signInName, columns.password, now])
  await client.query(`insert into post (id, account, role, area, valid_from) values ($1, $2, $3, '/', $4)`, [newId(now), id, role, now])
  await client.query(`insert into journal (subdistrict, at, id, name, area, subject_kind, subject, actor_side, actor_name, details) values (0, $1, $2, 'account.created', '/', 'account', $3, 'staff', '系统', $4)`,
    [now, newId(now), id, JSON.stringify({ signInName, role })])
  return { name, signInName, password: plain }
}

/** A password for one sign-in for somebody who has one; the one-time code stays as it is. @throws Error in plain words where there is no such person */
export async function resetPassword(owner: ConnectionSettings, signInName: string, now = new Date()): Promise<string> {
  const client = new pg.Client(owner)
  await client.connect()
  try {
    const { plain, columns } = await firstPassword(now)
    await client.query('begin')
    const { rows: [account] } = await client.query<{ id: string, area: string }>(`update account set password = $2, password_at = $3, must_change_password = true, failures = 0, locked_until = null,
      password_history = (array_prepend(password, password_history))[1:5] where sign_in_name = $1 and side <> 'resident' and password is not null returning id, area`, [signInName, columns.password, now])
    if (!account) throw new Error(`没有用密码登录的账号 ${signInName}。`)
    await client.query('update session set until = $2 where account = $1 and until > $2', [account.id, now])
    await client.query(`insert into journal (subdistrict, at, id, name, area, subject_kind, subject, actor_side, actor_name, details) values ($1, $2, $3, 'account.password-reset', $4, 'account', $5, 'staff', '系统', '{"by": "linli admin reset"}')`,
      [tenantOf(account.area), now, newId(now), account.area, account.id])
    await client.query('commit')
    return plain
  } finally {
    await client.end()
  }
}
