import assert from 'node:assert/strict'
import { modules } from '../src/app.ts'
import { openLog } from '../src/http/log.ts'
import { tools } from '../src/kernel/jobs.ts'
import type { City } from './city.ts'
import type { Person } from './city-people.ts'
import { eventually } from './eventually.ts'

/** Versions that wait for their review are tried out, as they must be, and published: whether or not the jobs of the city work by themselves. @returns the version of the knowledge as a whole. */
export async function publishKnowledge({ server: { jobs: { boss }, around, outside } }: City, reviewer: Person, items: readonly { id: string, no: number }[]): Promise<number> {
  const queue = 'learning.rehearse'
  const { id } = await reviewer.call('learning', 'rehearse', { items: items.map(({ id: entry, no }) => ({ entry, no })) })
  const { run } = modules.find(({ name }) => name === 'learning')!.jobs![queue]!
  for (const job of await boss.fetch<{ area: string, id: string }>(queue, { batchSize: 50 })) {
    await run(tools(around, outside, openLog('silent')), job.data as never)
    await boss.complete(queue, job.id)
  }
  await eventually(async () => assert.equal((await reviewer.call('learning', 'rehearsal', { id })).status, 'done'))
  return (await reviewer.call('learning', 'publish', { rehearsal: id })).version
}
