import { deepEqual, equal, match, ok, rejects } from 'node:assert/strict'
import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { backUp, restore } from './backup.ts'
import { startPostgres } from './index.ts'
import { ask, processesLeft, silent, startServer, temporaryFolder } from './story.fixture.ts'

test('A backup while another process writes has everything committed before it ended', async () => {
  await using folder = await temporaryFolder()
  const { path } = folder
  const { child, said } = await startServer(join(path, 'data'), /committed 50\n/)
  const before = lastCommitted(said())
  const backup = await backUp({ folder: join(path, 'data'), to: join(path, 'backup'), log: silent })
  match(backup.postgres, /^18/)
  ok(backup.bytes > 20e6)
  deepEqual((await readdir(join(path, 'backup'))).toSorted(), ['backup.json', 'cluster', 'password'])
  equal((await stat(join(path, 'backup'))).mode & 0o777, 0o700)
  const after = lastCommitted(said())
  child.kill('SIGKILL')

  deepEqual(await restore({ from: join(path, 'backup'), folder: join(path, 'restored'), log: silent }), backup)
  const { owner, stop } = await startPostgres({ folder: join(path, 'restored'), log: silent })
  const [count, last] = (await ask(owner, 'select unnest(array[count(*), max(number)])::integer from visit')) as number[]
  equal(count, last)
  ok(last !== undefined && last >= before && last <= after + 1, `${before} ≤ ${last} ≤ ${after}`)
  await ask(owner, 'reindex database linli')
  await stop()
  deepEqual(await processesLeft(join(path, 'data')), [])
})

test('A backup of a stopped database starts it for the time it takes', async () => {
  await using folder = await temporaryFolder()
  const data = join(folder.path, 'data')
  const first = await startPostgres({ folder: data, log: silent })
  await ask(first.owner, `create table resident as select '王小临'::text as name`)
  await first.stop()
  await backUp({ folder: data, to: join(folder.path, 'backup'), log: silent })
  deepEqual(await processesLeft(data), [])
  await rm(data, { recursive: true })
  await restore({ from: join(folder.path, 'backup'), folder: data, log: silent })
  const again = await startPostgres({ folder: data, log: silent })
  deepEqual(await ask(again.owner, 'select name from resident'), ['王小临'])
  await again.stop()
})

test('Neither a backup nor a restore overwrites anything, and half a backup is none', async () => {
  await using folder = await temporaryFolder()
  const data = join(folder.path, 'data')
  const backup = join(folder.path, 'backup')
  await rejects(backUp({ folder: data, to: backup, log: silent }), /There is no database in/)
  const { stop } = await startPostgres({ folder: data, log: silent })
  await backUp({ folder: data, to: backup, log: silent })
  await rejects(backUp({ folder: data, to: backup, log: silent }), /There is something in/)
  await rejects(restore({ from: backup, folder: data, log: silent }), /already running/)
  await stop()
  await rejects(restore({ from: backup, folder: data, log: silent }), /There is a database in/)
  await rm(join(backup, 'backup.json'))
  await rejects(restore({ from: backup, folder: join(folder.path, 'other'), log: silent }), /does not hold a whole backup/)
})

const lastCommitted = (said: string) => Math.max(...[...said.matchAll(/committed (\d+)\n/g)].map(([, number]) => Number(number)))
