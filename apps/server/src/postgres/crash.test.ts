import { deepEqual, equal, match } from 'node:assert/strict'
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdir, readFile, stat, watch, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { startPostgres } from './index.ts'
import { ask, processesLeft, silent, startServer, temporaryFolder } from './story.fixture.ts'

/** One database dies many deaths. */
const shared = await temporaryFolder()
after(() => shared[Symbol.asyncDispose]())

const busy = /(committed \d+\n){50}/
const hasProc = process.platform === 'linux'

test('The server is killed: PostgreSQL stops, and nothing committed is lost', async () => {
  const { child, said, ended } = await startServer(shared.path, busy)
  child.kill('SIGKILL')
  await ended
  deepEqual(await processesLeft(shared.path), [])
  await expectCommitted(shared.path, said())
})

test('The server is killed and started again at once', async () => {
  const { child, said, ended } = await startServer(shared.path, busy)
  child.kill('SIGKILL')
  await ended
  await expectCommitted(shared.path, said())
})

test('The server and its watchdog are killed: the next start stops the orphan first', { skip: !hasProc }, async () => {
  const { child, said, ended } = await startServer(shared.path, busy)
  killAll([...childrenOf(child.pid), child.pid ?? 0])
  await ended
  const lines = await expectCommitted(shared.path, said())
  match(lines, /Stopping PostgreSQL that an earlier server left running/)
})

test('Everything is killed at once, as by a power cut', { skip: !hasProc }, async () => {
  const { child, said, ended } = await startServer(shared.path, busy)
  const postmaster = Number((await readFile(join(shared.path, 'cluster', 'postmaster.pid'), 'utf8')).split('\n')[0])
  killAll([...childrenOf(child.pid), child.pid ?? 0, ...childrenOf(postmaster), postmaster])
  await ended
  await expectCommitted(shared.path, said())
})

test('PostgreSQL alone is killed: the server is told, and can start it again', { skip: !hasProc }, async () => {
  const first = await startPostgres({ folder: shared.path, log: silent })
  await ask(first.owner, 'create table resident as select 1 as number')
  process.kill(Number((await readFile(join(shared.path, 'cluster', 'postmaster.pid'), 'utf8')).split('\n')[0]), 'SIGKILL')
  equal(await first.ended, true)
  await first.stop()
  const second = await startPostgres({ folder: shared.path, log: silent })
  deepEqual(await ask(second.owner, 'select number from resident'), [1])
  await second.stop()
})

test('Killed while the cluster is being created: the next start begins anew', async () => {
  await using own = await temporaryFolder()
  const changes = watch(own.path)
  const starting = startServer(own.path, /Creating the database/)
  for await (const { filename } of changes) if (filename === 'cluster.init') break
  const { child, ended } = await starting
  child.kill('SIGKILL')
  await ended
  equal(await stat(join(own.path, 'cluster')).catch(() => 'no cluster'), 'no cluster')
  const { owner, stop } = await startPostgres({ folder: own.path, log: silent })
  deepEqual(await ask(owner, 'select 1'), [1])
  await stop()
})

test('A half-made cluster lies around', async () => {
  await using own = await temporaryFolder()
  await mkdir(join(own.path, 'cluster.init', 'base'), { recursive: true })
  await writeFile(join(own.path, 'cluster.init', 'PG_VERSION'), '18\n')
  const { owner, stop } = await startPostgres({ folder: own.path, log: silent })
  deepEqual(await ask(owner, 'select 1'), [1])
  await stop()
})

test('A stale postmaster.pid bears the number of a process that is not PostgreSQL', async () => {
  const first = await startPostgres({ folder: shared.path, log: silent })
  const file = join(shared.path, 'cluster', 'postmaster.pid')
  const stale = (await readFile(file, 'utf8')).split('\n').with(0, String(process.pid)).join('\n')
  await first.stop()
  await writeFile(file, stale)
  const second = await startPostgres({ folder: shared.path, log: silent })
  deepEqual(await ask(second.owner, 'select 1'), [1])
  await second.stop()
})

/** Starts again and looks for every row that the dead server said it had committed. */
async function expectCommitted(folder: string, said: string): Promise<string> {
  const last = Math.max(...[...said.matchAll(/committed (\d+)\n/g)].map(([, number]) => Number(number)))
  const lines: string[] = []
  const { owner, stop } = await startPostgres({ folder, log: (line) => lines.push(line) })
  const [count] = await ask(owner, `select count(*)::integer from visit where number <= ${last}`)
  equal(count, last)
  await stop()
  deepEqual(await processesLeft(folder), [])
  return lines.join('\n')
}

const childrenOf = (pid: number | undefined) => execFileSync('ps', ['-o', 'pid=', '--ppid', String(pid)], { encoding: 'utf8' }).trim().split(/\s+/).map(Number)

/** In one breath, and content when one of them has just ended by itself. */
const killAll = (pids: number[]) => spawnSync('kill', ['-9', ...pids.map(String)])
