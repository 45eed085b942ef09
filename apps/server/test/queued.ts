import { modules } from '../src/app.ts'
import { openLog } from '../src/http/log.ts'
import { tools } from '../src/kernel/jobs.ts'
import type { Happened } from '../src/kernel/module.ts'
import type { City } from './city.ts'

/** Does what waits in the queues of one module's listeners, here and now and until nothing is left: in a city whose jobs do not work by themselves. */
export async function runQueued({ owner, server: { jobs: { boss }, around, outside } }: City, module: string): Promise<void> {
  const heard = modules.find(({ name }) => name === module)!.when!
  for (;;) {
    const { rows } = await owner.query<{ name: string }>(`select distinct name from pgboss.job where name like $1 || '/%' and state = 'created'`, [module])
    if (rows.length === 0) return
    for (const { name } of rows) {
      for (const { id, data } of await boss.fetch<Happened>(name, { batchSize: 50 })) {
        await heard[name.slice(module.length + 1)]!(tools(around, outside, openLog('silent')), data)
        await boss.complete(name, id)
      }
    }
  }
}
