import { doesNotMatch, match, rejects } from 'node:assert/strict'
import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { withClient } from './connect.ts'
import { startPostgres } from './index.ts'
import { silent, temporaryFolder } from './story.fixture.ts'

test('the database’s log tells of what was slow and of what was refused, and of nobody', async () => {
  await using folder = await temporaryFolder()
  const postgres = await startPostgres({ folder: folder.path, log: silent })
  await withClient(postgres.owner, async (client) => {
    await client.query('create table person (name text unique, age integer check (age > 0))')
    await client.query('insert into person values ($1, 1)', ['王五'])
    await rejects(client.query('insert into person values ($1, 1)', ['王五']), { code: '23505' })
    await rejects(client.query('insert into person values ($1, 0)', ['王五']), { code: '23514' })
    await client.query('select pg_sleep(2.1), $1::text', ['王五'])
  })
  await postgres.stop()
  const logs = join(folder.path, 'cluster', 'log')
  const text = (await Promise.all((await readdir(logs)).map((name) => readFile(join(logs, name), 'utf8')))).join('')
  match(text, /duplicate key value[^]*violates check constraint[^]*duration: .*pg_sleep/)
  doesNotMatch(text, /王五/)
})
