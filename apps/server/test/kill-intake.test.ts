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
/** Rows of so many people, none of whom is in another `part` of them. */
const rowsOf = (count: number, part = 0) => Array.from({ length: count }, (_, at) => [`王示${'一二三四五六七八九十'[at % 10]}`, makeIdentityNumber('339901', new Date(Date.UTC(1950 + part * 20, 0, 1 + Math.floor(at / 900))).toISOString().slice(0, 10), at % 900 + 1)])
const whole = (count: number) => ({ people: count, residencies: count, revisions: count, numbers: count })

test('killed while it reads, while it stores and while it takes back: an import goes on where it was, and nobody is there by half or twice', async () => {
  await using folder = await temporaryFolder()
  const { home, call, send, until, kill, end } = await opened(folder.path)
  const id = await send(rowsOf(people))
  await until(id, ({ read }) => read >= 1000)
  await kill()
  deepEqual((await until(id, ({ status }) => status === 'ready')).counts, { fresh: people })

  await call('intake', 'commit', { id, which: 'all' })
  await until(id, ({ stored }) => stored >= 2000)
  await kill()
  deepEqual([(await until(id, ({ status }) => status === 'done')).results, await counted(home)], [{ entered: people }, whole(people)])

  await call('intake', 'undo', { id })
  await until(id, ({ status, stored }) => status === 'undoing' && stored >= 1000)
  await kill()
  deepEqual([(await until(id, ({ status }) => status === 'undone')).results, await counted(home)], [{ undone: people }, whole(0)])
  equal(await end(), 0)
})

test('killed as soon as it was sent, as soon as it was mended and confirmed, and as soon as it was cancelled half-way: what was promised is done, and nothing else', async () => {
  await using folder = await temporaryFolder()
  const { home, call, send, until, kill, end } = await opened(folder.path)
  const [[, number], ...others] = rowsOf(people) as [string[], ...string[][]]
  const id = await send([['王示一', `${number!.slice(0, 17)}?`], ...others])
  await kill()
  deepEqual((await until(id, ({ status }) => status === 'ready')).counts, { fresh: people - 1, bad: 1 })
  await call('intake', 'mend', { id, rows: [{ no: 2, cells: { certificateNumber: number! } }] })
  await call('intake', 'commit', { id, which: 'all' })
  await kill()
  deepEqual([(await until(id, ({ status }) => status === 'done')).results, await counted(home)], [{ entered: people }, whole(people)])

  const second = await send(rowsOf(people, 1))
  await until(second, ({ status }) => status === 'ready')
  await call('intake', 'commit', { id: second, which: 'all' })
  await until(second, ({ stored }) => stored >= 2000)
  // It may be through by now; then it is taken back as a whole.
  await call('intake', 'cancel', { id: second }).catch(() => call('intake', 'undo', { id: second }))
  await kill()
  await until(second, ({ status }) => status === 'undone')
  deepEqual(await counted(home), whole(people))
  equal(await end(), 0)
})

/** A program of its own with a social worker, who sends files, waits and sees it die. */
async function opened(folder: string) {
  const home: Home = { data: join(folder, 'data'), port: await freePort() }
  let server = await start(home)
  const { call, send } = await settle(home)
  const get = (id: string) => call('intake', 'get', { id })
  return {
    home, call, send,
    async until(id: string, holds: (batch: Awaited<ReturnType<typeof get>>) => boolean) {
      for (const end = Date.now() + 180_000; Date.now() < end; await wait(220)) {
        const batch = await get(id).catch(busy)
        if (batch && holds(batch)) return batch
      }
      throw new Error(`still ${JSON.stringify(await get(id))}`)
    },
    async kill() {
      server.child.kill('SIGKILL')
      await server.ended
      server = await start(home)
    },
    async end() {
      server.child.kill('SIGTERM')
      await server.ended
      return server.child.exitCode
    },
  }
}

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
