import { deepEqual, equal, match, rejects } from 'node:assert/strict'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { withClient, type Connection } from '../src/postgres/connect.ts'
import { startPostgres } from '../src/postgres/index.ts'
import { silent, temporaryFolder } from '../src/postgres/story.fixture.ts'
import { openOwnPostgres } from '../src/start/own-postgres.ts'
import { findDebianPostgres, startDebianPostgres } from './debian-postgres.ts'
import { freePort, run, start, type Home } from './program.ts'

const debian = await findDebianPostgres()

/** Each as a PostgreSQL that somebody else runs: its owner for us is no superuser, and creates roles by the rules of its version. */
const servers = {
  'the PostgreSQL we bring': { bin: '', skip: false },
  'the PostgreSQL of Debian': { bin: debian ?? '', skip: debian === undefined && 'no package of PostgreSQL 15 or later is installed' },
}

for (const [name, { bin, skip }] of Object.entries(servers)) describe(`on ${name}`, { skip }, () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>
  let postgres: { owner: Connection, stop(): Promise<void> }
  const ask = (...statements: string[]) => withClient({ ...postgres.owner, database: 'postgres' }, async (client) => { for (const one of statements) await client.query(one) })
  const address = (user: string, database: string, password = 'secret') => `postgres://${user}:${password}@${encodeURIComponent(postgres.owner.host)}:${postgres.owner.port}/${database}`
  const home = (port: number, url: string, env: Record<string, string> = {}): Home => ({ data: join(folder.path, 'data'), port, env: { DATABASE_URL: url, ...env } })

  before(async () => {
    folder = await temporaryFolder()
    postgres = bin ? await startDebianPostgres(bin, folder.path) : await startPostgres({ folder: folder.path, log: silent })
    await ask(`create role fit login createrole password 'secret'`, 'create database fit owner fit', `create role plain login password 'secret'`, 'create database plain owner plain',
      `create database ascii owner fit encoding 'SQL_ASCII' locale 'C' template template0`)
  })
  after(async () => {
    await postgres.stop()
    await folder[Symbol.asyncDispose]()
  })

  const refused: [string, () => string, RegExp][] = [
    ['nobody is there', () => 'postgres://fit:secret@127.0.0.1:1/fit', /fit@127\.0\.0\.1:1\/fit：\n {2}那里没有 PostgreSQL 应答/],
    ['the host is not known', () => 'postgres://fit:secret@nowhere.invalid/fit', /主机名/],
    ['the password is wrong', () => address('fit', 'fit', 'wrong'), /角色名或密码不对/],
    ['there is no such database', () => address('fit', 'none'), /那里没有这个数据库/],
    ['it is no address', () => 'fit@somewhere', /DATABASE_URL 应形如 postgres:/],
    ['the database does not speak Unicode', () => address('fit', 'ascii'), /编码须为 UTF8，那里是 SQL_ASCII.*encoding 'UTF8'/],
    ['the role does not own the database', () => address('plain', 'fit'), /alter database fit owner to plain/],
    ['the role may not create roles', () => address('plain', 'plain'), /alter role plain createrole/],
  ]
  for (const [when, url, words] of refused) test(`where ${when}, that is said`, () => rejects(openOwnPostgres(url()), words))

  test('a role of somebody else is not taken', async () => {
    await ask('create role staff login')
    await rejects(openOwnPostgres(address('fit', 'fit')), /角色 staff 已有别的用途/)
    await ask('drop role staff')
  })

  test('what is wrong is said by the program in words, not in a trace', async () => {
    const program = run(home(0, address('fit', 'fit', 'wrong')), 'start')
    await program.ended
    equal(program.child.exitCode, 1)
    match(program.said(), /角色名或密码不对/)
    equal(/^\s+at /m.test(program.said()), false)
    equal(program.said().includes('wrong'), false)
  })

  test('two servers start together on an empty database, work, stop and start again', async () => {
    const url = address('fit', 'fit')
    const port = await freePort()
    const startBoth = () => Promise.all([start(home(port, url, { LINLI_ROLE: 'api' })), start(home(0, url, { LINLI_ROLE: 'worker' }))])
    const told: string[] = []
    for (const round of [1, 2]) {
      const both = await startBoth()
      told.push(...both.flatMap(({ said }) => /admin-audit +\S+ +(\S+)/.exec(said())?.[1] ?? []))
      const answer = await fetch(`http://127.0.0.1:${port}/api/identity/signIn`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ name: 'admin-audit', password: told[0] }) })
      deepEqual([round, told.length, answer.status], [round, 1, 200])
      for (const { child, ended } of both) {
        child.kill('SIGTERM')
        await ended
        equal(child.exitCode, 0)
      }
    }
    const check = run(home(0, url), 'audit', 'verify')
    await check.ended
    match(check.said(), /没有发现改动/)
    equal(check.child.exitCode, 0)
  })

  test('the roles of the server may nothing but be taken', async () => {
    await withClient({ ...postgres.owner, database: 'fit' }, async (client) => {
      const { rows } = await client.query<{ name: string }>(`select rolname as name from pg_roles where rolname in ('app', 'staff', 'unit', 'resident', 'gate')
        and not (rolsuper or rolinherit or rolbypassrls or rolcreaterole or rolcreatedb) order by 1`)
      deepEqual(rows.map((row) => row.name), ['app', 'gate', 'resident', 'staff', 'unit'])
      deepEqual((await client.query(`select pg_has_role('app', 'staff', 'usage') as usage, pg_has_role('app', 'staff', 'member') as member`)).rows, [{ usage: false, member: true }])
    })
  })

  test('a server with other keys does not lock the others out', async () => {
    const stranger = { ...home(await freePort(), address('fit', 'fit')), data: join(folder.path, 'other') }
    await rejects(start(stranger), /角色 app 属于另一份密钥文件/)
    await rm(stranger.data, { recursive: true })
    const known = await start(home(await freePort(), address('fit', 'fit')))
    known.child.kill('SIGTERM')
    await known.ended
    equal(known.child.exitCode, 0)
  })

  test('who may not set the password of the role that signs in is told what to ask for', async () => {
    const guest = { ...home(await freePort(), address('plain', 'plain')), data: join(folder.path, 'guest') }
    await ask('comment on role app is null')
    await rejects(start(guest), /角色 plain 须能设置角色 app 的密码/)
  })
})
