import { equal } from 'node:assert/strict'
import { appendFileSync } from 'node:fs'
import { test } from 'node:test'
import { withClient, type Connection } from '../src/postgres/connect.ts'
import { testDatabase } from './postgres.ts'

/** One of several test files of a run; writes down where its databases are and, when told to, stays until it is killed. */
test('A test file with databases of its own', async () => {
  for (const number of [1, 2]) {
    const { owner, drop } = await testDatabase({ name: 'visit', migrate })
    await withClient(owner, async (client) => {
      await client.query('insert into visit values ($1)', [number])
      equal((await client.query('select 1 from visit')).rowCount, 1)
    })
    say(`host ${owner.host} database ${owner.database} pid ${process.pid}`)
    if (process.env.STAY) setInterval(() => undefined, 1000)
    else await drop()
  }
  if (process.env.STAY) await new Promise(() => undefined)
})

async function migrate(owner: Connection): Promise<void> {
  await withClient(owner, (client) => client.query('create table visit (number integer primary key)'))
  say('migrated')
}

/** To a file: the runner holds back what a test file prints. */
const say = (line: string) => appendFileSync(process.env.SAID ?? '/dev/null', `${line}\n`)
