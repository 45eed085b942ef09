import { ok, equal, deepEqual, match, rejects } from 'node:assert/strict'
import { appendFile, chmod, mkdir, readlink, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { after, test } from 'node:test'
import { startPostgres } from './index.ts'
import { ask, processesLeft, silent, startServer, temporaryFolder } from './story.fixture.ts'

/** Shared by the stories that need no database of their own. */
const shared = await temporaryFolder()
after(() => shared[Symbol.asyncDispose]())

test('A first start creates the database, a later one finds what was written', async () => {
  const first = await startPostgres({ folder: shared.path, log: silent })
  deepEqual(await ask(first.owner, 'select current_database()'), ['linli'])
  deepEqual(await ask(first.owner, `select datctype || ' ' || pg_encoding_to_char(encoding) from pg_database where datname = 'linli'`), ['C.UTF-8 UTF8'])
  deepEqual(await ask(first.owner, `select current_setting('TimeZone') || ' ' || current_setting('jit')`), ['UTC off'])
  deepEqual(await ask(first.owner, `select name from (values ('张'), ('安'), ('李')) as person (name) order by name collate "zh-x-icu"`), ['安', '李', '张'])
  await ask(first.owner, 'create table resident as select 1 as number')
  await Promise.all([first.stop(), first.stop()])
  equal(await first.ended, false)
  deepEqual(await processesLeft(shared.path), [])

  const second = await startPostgres({ folder: shared.path, log: silent })
  deepEqual(await ask(second.owner, 'select number from resident'), [1])
  await second.stop()
})

test('Chinese survives trigram search, which drops it without a UTF-8 locale', async () => {
  const postgres = await startPostgres({ folder: shared.path, log: silent })
  await ask(postgres.owner, 'create extension pg_trgm')
  deepEqual(await ask(postgres.owner, `select cardinality(show_trgm('临河街道')) > 0`), [true])
  await postgres.stop()
})

test('Only we can reach it: password and socket are closed to others, no password is no way in', async () => {
  const { owner, stop } = await startPostgres({ folder: shared.path, log: silent })
  equal((await stat(join(shared.path, 'password'))).mode & 0o777, 0o600)
  equal((await stat(owner.host)).mode & 0o777, 0o700)
  deepEqual(await ask(owner, 'show listen_addresses'), [''])
  await rejects(ask({ ...owner, password: 'guessed' }, 'select 1'), /password authentication failed/)
  await stop()
})

test('Settings: ours, over them those of the installation in postgresql.conf', async () => {
  const first = await startPostgres({ folder: shared.path, log: silent, settings: { work_mem: '5MB' } })
  deepEqual(await ask(first.owner, 'show work_mem'), ['5MB'])
  await first.stop()
  await appendFile(join(shared.path, 'cluster', 'postgresql.conf'), `work_mem = '7MB'\n`)
  const second = await startPostgres({ folder: shared.path, log: silent, settings: { work_mem: '5MB' } })
  deepEqual(await ask(second.owner, 'show work_mem'), ['7MB'])
  await second.stop()
})

test('A folder whose path is too long for a socket', async () => {
  await using own = await temporaryFolder()
  const deep = join(own.path, 'sub-district-'.repeat(10), 'data')
  const { owner, stop } = await startPostgres({ folder: deep, log: silent })
  ok(Buffer.byteLength(owner.host) < 90)
  deepEqual(await ask(owner, 'select 1'), [1])
  await stop()
  await rm(owner.host, { recursive: true })
})

test('Two starters: one wins, the other is told who runs it', async () => {
  await using own = await temporaryFolder()
  const servers = await Promise.all([1, 2].map(() => startServer(own.path, /committed 1\n/)))
  const winner = servers.find(({ said }) => said().includes('committed'))
  const loser = servers.find((server) => server !== winner)
  match(loser?.said() ?? '', new RegExp(`already running, pid ${winner?.child.pid}\\.`))
  await rejects(startPostgres({ folder: own.path, log: silent }), new RegExp(`already running, pid ${winner?.child.pid}\\.`))
  winner?.child.kill()
  deepEqual(await processesLeft(own.path), [])
})

test('What is wrong is said in plain words', async () => {
  const { stop } = await startPostgres({ folder: shared.path, log: silent })
  await stop()
  await rejects(startPostgres({ folder: shared.path, log: silent, settings: { shared_buffers: 'much' } }), /does not start:.*invalid value.*much/s)
  await rm(join(shared.path, 'password'))
  await rejects(startPostgres({ folder: shared.path, log: silent }), /Cannot read the password of the database/)
})

test('Root starts in a folder that the account of PostgreSQL cannot reach', { skip: process.getuid?.() !== 0 }, async () => {
  await using closed = await temporaryFolder()
  const data = join(closed.path, 'data')
  await mkdir(data)
  await chmod(closed.path, 0o700)
  const lines: string[] = []
  const first = await startPostgres({ folder: data, log: (line) => lines.push(line) })
  const cluster = await readlink(join(data, 'cluster'))
  match(lines.join('\n'), new RegExp(`the database is kept in ${dirname(cluster)}`))
  await ask(first.owner, 'create table resident as select 1 as number')
  await first.stop()
  const second = await startPostgres({ folder: data, log: silent })
  deepEqual(await ask(second.owner, 'select number from resident'), [1])
  await second.stop()

  await rm(data, { recursive: true })
  const third = await startPostgres({ folder: data, log: (line) => lines.push(line) })
  deepEqual(await ask(third.owner, `select to_regclass('resident')`), [null])
  await third.stop()
  const aside = /set aside in (\S+)/.exec(lines.join('\n'))?.[1] ?? ''
  ok((await stat(join(aside, 'cluster'))).isDirectory())

  await rm(cluster, { recursive: true })
  await rejects(startPostgres({ folder: data, log: silent }), /which is gone/)
  for (const path of [aside, dirname(cluster)]) await rm(path, { recursive: true })
})
