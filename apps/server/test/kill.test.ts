import { deepEqual, equal, match } from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { createCall, type Call, type Refusal } from '@linli/client'
import type { FastifyInstance } from 'fastify'
import { openCrypto } from '../src/kernel/crypto.ts'
import { withClient } from '../src/postgres/connect.ts'
import { withRunning } from '../src/postgres/running.ts'
import { processesLeft, temporaryFolder } from '../src/postgres/story.fixture.ts'
import { foundSubdistrict } from './city-people.ts'
import { freePort, run, start, type Home } from './program.ts'

test('killed in the middle of writing, again and again: what was answered is there with its trace, and nothing is left running', async () => {
  await using folder = await temporaryFolder()
  const home: Home = { data: join(folder.path, 'data'), port: await freePort() }
  let server = await start(home)
  const { workers, area } = await settle(home)
  const reported = new Map<string, string>()
  for (const round of [1, 2]) {
    const writing = workers.map((call, number) => reportUntilKilled({ call, area, name: `round-${round}-worker-${number}`, reported }))
    while (reported.size < round * 60) await wait(5)
    server.child.kill('SIGKILL')
    await server.ended
    const unanswered = await Promise.all(writing)
    deepEqual(await processesLeft(join(home.data, 'postgres')), [])

    server = await start(home)
    // Whoever got no answer sends the same again.
    for (const [number, key] of unanswered.entries()) reported.set(key, await report({ call: workers[number]!, area, key }))
    await expectKept(home, reported)
    await expectWhole(home)
  }
  server.child.kill('SIGTERM')
  await server.ended
  equal(server.child.exitCode, 0)
  deepEqual(await processesLeft(join(home.data, 'postgres')), [])
  await expectWhole(home)
})

/** Eight grid workers of a new sub-district, each asking over the network. */
async function settle({ data, port }: Home): Promise<{ workers: Call[], area: string }> {
  return withRunning(join(data, 'postgres'), () => undefined, (connection) => withClient(connection, async (owner) => {
    const street = await foundSubdistrict(owner, {} as FastifyInstance, openCrypto(join(data, 'keys.json')))
    const people = []
    for (let number = 0; number < 8; number += 1) people.push(await street.staff(`网格员${number}`, 'gridWorker'))
    const workers = people.map(({ token }) => createCall(async (path, body, { key }) => {
      const answer = await fetch(`http://127.0.0.1:${port}${path}`, { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json', authorization: `Bearer ${token}`, ...(key && { 'idempotency-key': key }) } })
      return { status: answer.status, body: await answer.json() }
    }))
    return { workers, area: street.communities[0]!.grids[0]! }
  }))
}

const report = async ({ call, area, key }: { call: Call, area: string, key: string }): Promise<string> =>
  (await call('event', 'report', { description: key, matter: '06036', area }, { key })).id

/** Reports one thing after the other; answers the one that got no answer. */
async function reportUntilKilled({ call, area, name, reported }: { call: Call, area: string, name: string, reported: Map<string, string> }): Promise<string> {
  for (let count = 0; ; count += 1) {
    const key = `${name}-${count}`
    const id = await report({ call, area, key }).catch((error: Refusal) => {
      if (error.problem.status !== 0) throw error
      return undefined
    })
    if (id === undefined) return key
    reported.set(key, id)
  }
}

/** Everything that was answered is there once, each with its stage and its journal row, and nothing is there by half. */
async function expectKept({ data }: Home, reported: Map<string, string>): Promise<void> {
  const rows = await withRunning(join(data, 'postgres'), () => undefined, (connection) => withClient(connection, async (owner) => (await owner.query<{ id: string, description: string, stages: number, traces: number }>(`
    select id, description, (select count(*)::integer from event_stage where event = event.id) as stages,
      (select count(*)::integer from journal where subject = event.id::text and name = 'event.reported') as traces from event`)).rows))
  deepEqual(rows.filter(({ stages, traces }) => stages !== 1 || traces !== 1), [])
  deepEqual(rows.map(({ description, id }) => `${description} ${id}`).toSorted(), [...reported].map(([key, id]) => `${key} ${id}`).toSorted())
}

async function expectWhole(home: Home): Promise<void> {
  const check = run(home, 'audit', 'verify')
  await check.ended
  match(check.said(), /没有发现改动/)
  equal(check.child.exitCode, 0)
}
