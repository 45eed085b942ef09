import { deepEqual, equal, match } from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { access, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { withClient } from '../src/postgres/connect.ts'
import { processesLeft, temporaryFolder } from '../src/postgres/story.fixture.ts'
import { testDatabase } from './postgres.ts'
import { bornAt } from './process.ts'

test('A database without a template', async () => {
  const { owner, drop } = await testDatabase({ name: 'empty' })
  match(owner.database, /empty_/)
  await withClient(owner, async (client) => { equal((await client.query(`select 1 from pg_tables where schemaname = 'public'`)).rowCount, 0) })
  await drop()
})

test('Files of a run share one PostgreSQL, migrate once, have databases of their own, and leave nothing', async () => {
  await using folder = await temporaryFolder()
  const run = await startRun(folder.path, {})
  await run.ended
  equal(run.said().match(/migrated/g)?.length, 1)
  equal(new Set(hosts(run.said())).size, 1)
  equal(new Set(run.said().match(/database visit_\w+/g)).size, 4)
  await expectNothingLeft(run.said())
})

for (const signal of ['SIGINT', 'SIGKILL'] as const) {
  test(`A run that ends by ${signal} leaves nothing`, async () => {
    await using folder = await temporaryFolder()
    const run = await startRun(folder.path, { STAY: 'yes' })
    while (hosts(run.said()).length < 4 && run.child.exitCode === null) await wait(20)
    equal(hosts(run.said()).length, 4)
    run.child.kill(signal)
    await run.ended
    await expectNothingLeft(run.said())
  })
}

test('A run on another PostgreSQL leaves no database there', async () => {
  await using folder = await temporaryFolder()
  const { owner, drop } = await testDatabase({ name: 'other' })
  const address = `postgres://${owner.user}:${encodeURIComponent(owner.password)}@${encodeURIComponent(owner.host)}:${owner.port ?? 5432}/${owner.database}`
  const run = await startRun(folder.path, { LINLI_TEST_DATABASE_URL: address })
  await run.ended
  equal(run.said().match(/migrated/g)?.length, 1)
  equal(new Set(run.said().match(/database linli_\d+_\d+_visit_\w+/g)).size, 4)
  deepEqual(new Set(hosts(run.said())), new Set([owner.host]))
  const [prefix] = /linli_\d+_\d+_/.exec(run.said()) ?? []
  await withClient(owner, async (client) => {
    const left = async () => (await client.query('select datname from pg_database where starts_with(datname, $1)', [prefix])).rows
    for (let waited = 0; waited < 100 && (await left()).length > 0; waited += 1) await wait(50)
    deepEqual(await left(), [])
  })
  await drop()
})

/** A test runner in a process of its own, with two files. */
async function startRun(folder: string, environment: Record<string, string>) {
  const files = ['one', 'two'].map((name) => join(folder, `${name}.test.mjs`))
  for (const file of files) await writeFile(file, `import '${new URL('run.fixture.ts', import.meta.url).href}'\n`)
  const { NODE_TEST_CONTEXT: _, LINLI_TEST_DATABASE_URL: __, ...env } = process.env
  const child = spawn(process.execPath, ['--test', '--test-concurrency=2', '--test-reporter=tap', ...files], { stdio: 'ignore', env: { ...env, ...environment, SAID: join(folder, 'said') } })
  return { child, said: () => (existsSync(join(folder, 'said')) ? readFileSync(join(folder, 'said'), 'utf8') : ''), ended: once(child, 'exit') }
}

const hosts = (said: string) => [...said.matchAll(/host (\S+)/g)].map(([, host]) => host ?? '')

async function living(pids: number[]): Promise<number[]> {
  const births = await Promise.all(pids.map(bornAt))
  return pids.filter((_, index) => births[index] !== undefined)
}

async function expectNothingLeft(said: string): Promise<void> {
  const folder = dirname(hosts(said)[0] ?? '')
  deepEqual(await processesLeft(folder), [])
  const isThere = () => access(folder).then(() => true, () => false)
  for (let waited = 0; waited < 100 && await isThere(); waited += 1) await wait(50)
  equal(await isThere(), false)
  const files = [...said.matchAll(/pid (\d+)/g)].map(([, pid]) => Number(pid))
  for (let waited = 0; waited < 100 && (await living(files)).length > 0; waited += 1) await wait(50)
  deepEqual(await living(files), [])
}
