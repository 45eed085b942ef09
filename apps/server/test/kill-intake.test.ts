import { deepEqual, equal, ok } from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { createCall, type Call, type Refusal } from '@linli/client'
import { makeIdentityNumber } from '@linli/standards'
import type { FastifyInstance } from 'fastify'
import { openCrypto } from '../src/kernel/crypto.ts'
import { withClient } from '../src/postgres/connect.ts'
import { withRunning } from '../src/postgres/running.ts'
import { temporaryFolder } from '../src/postgres/story.fixture.ts'
import { foundSubdistrict } from './city-people.ts'
import { freePort, start, type Home } from './program.ts'

const people = 6000

test('killed while it reads, while it stores and while it takes back: an import goes on where it was, and nobody is there by half or twice', async () => {
  await using folder = await temporaryFolder()
  const home: Home = { data: join(folder.path, 'data'), port: await freePort() }
  let server = await start(home)
  const { call, send } = await settle(home)
  const id = await send(Array.from({ length: people }, (_, at) => [`王示${'一二三四五六七八九十'[at % 10]}`, makeIdentityNumber('339901', new Date(Date.UTC(1950, 0, 1 + Math.floor(at / 900))).toISOString().slice(0, 10), at % 900 + 1)]))
  const now = () => call('intake', 'get', { id })
  const until = async (holds: (batch: Awaited<ReturnType<typeof now>>) => boolean) => {
    for (const end = Date.now() + 180_000; Date.now() < end; await wait(220)) if (await now().then(holds, busy)) return
    throw new Error(`still ${JSON.stringify(await now())}`)
  }
  const kill = async () => {
    server.child.kill('SIGKILL')
    await server.ended
    server = await start(home)
  }
  await until(({ read }) => read >= 1000)
  await kill()
  await until(({ status }) => status === 'ready')
  deepEqual((await now()).counts, { fresh: people })

  await call('intake', 'commit', { id, which: 'all' })
  await until(({ stored }) => stored >= 2000)
  await kill()
  await until(({ status }) => status === 'done')
  deepEqual([(await now()).results, await counted(home)], [{ entered: people }, { people, residencies: people, revisions: people, numbers: people }])

  await call('intake', 'undo', { id })
  await until(({ status, stored }) => status === 'undoing' && stored >= 1000)
  await kill()
  await until(({ status }) => status === 'undone')
  deepEqual([(await now()).results, await counted(home)], [{ undone: people }, { people: 0, residencies: 0, revisions: 0, numbers: 0 }])
  server.child.kill('SIGTERM')
  await server.ended
  equal(server.child.exitCode, 0)
})

/** A machine that is busy with other things says so, and is asked again. */
function busy(error: Refusal): false {
  if (error.problem.code !== 'server.busy') throw error
  return false
}

/** A social worker of a new sub-district, asking over the network. */
async function settle({ data, port }: Home): Promise<{ call: Call, send: (rows: string[][]) => Promise<string> }> {
  return withRunning(join(data, 'postgres'), () => undefined, (connection) => withClient(connection, async (owner) => {
    const street = await foundSubdistrict(owner, {} as FastifyInstance, openCrypto(join(data, 'keys.json')))
    const { token } = await street.staff('社工', 'socialWorker', street.communities[0]!.area)
    const authorization = `Bearer ${token}`
    const ask = async (path: string, body: string | FormData, headers: Record<string, string> = {}) => {
      const answer = await fetch(`http://127.0.0.1:${port}${path}`, { method: 'POST', body, headers: { authorization, ...headers } })
      return { status: answer.status, body: await answer.json() as { id: string } }
    }
    return {
      call: createCall((path, body) => ask(path, JSON.stringify(body), { 'content-type': 'application/json' })),
      send: async (rows) => {
        const form = new FormData()
        form.append('file', new Blob([['姓名,证件号码', ...rows.map((row) => row.join(','))].join('\n')]), '人口.csv')
        const { status, body } = await ask('/api/table/upload', form)
        ok(status === 200, JSON.stringify(body))
        return body.id
      },
    }
  }))
}

/** Those of the import: the demo has its own. */
const counted = ({ data }: Home) => withRunning(join(data, 'postgres'), () => undefined, (connection) => withClient(connection, async (owner) => (await owner.query(`
  with mine as (select subdistrict, id, number_index from person where sources -> '*' ->> 1 = 'import')
  select count(*)::integer as people, count(distinct number_index)::integer as numbers, (select count(*)::integer from residency join mine on mine.id = residency.person) as residencies,
    (select count(*)::integer from revision join mine on mine.id = revision.record) as revisions from mine`)).rows[0]))
