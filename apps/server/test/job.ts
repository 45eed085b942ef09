import assert from 'node:assert/strict'
import type { City } from './city.ts'
import { eventually } from './eventually.ts'

/** Runs a job of a city whose jobs work, now and not when its time comes, and waits until it is done. */
export async function runJob({ server: { jobs: { boss } } }: City, name: string): Promise<void> {
  const id = await boss.send(name, {})
  await eventually(async () => assert.equal((await boss.findJobs(name, { id: id! }))[0]?.state, 'completed'))
}

/** Waits until nothing is left to do in the queues whose name begins so: what was heard has been said. */
export const settled = ({ owner }: City, prefix: string): Promise<void> => eventually(async () => {
  const { rows: [row] } = await owner.query(`select count(*)::integer as open from pgboss.job where name like $1 || '%' and state in ('created', 'retry', 'active')`, [prefix])
  assert.equal(row.open, 0)
})
