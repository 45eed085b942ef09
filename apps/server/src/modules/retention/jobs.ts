import { at, dayOf, subdistrictOf } from '@linli/standards'
import type { Ctx } from '../../kernel/ctx.ts'
import type { JobDefinition, JobTools } from '../../kernel/module.ts'
import { freeItems, note, type Office } from './office.ts'
import * as queries from './queries.ts'
import { sweepRecords } from './records.ts'
import * as rules from './rules.ts'

/** So many of each that one transaction ends in well under a second. */
const atOnce = 100

/** Every night, when nobody works: what the register says has been kept long enough. */
export const sweep: JobDefinition = {
  title: '清理到期的个人信息', every: '10 2 * * *',
  async run(tools) {
    for (const area of await tools.around.database.transact({ role: 'staff', areas: ['/'] }, 'read', queries.listOffices)) await sweepOffice(tools, { subdistrict: subdistrictOf(area), area })
    await sweepItems(tools, { subdistrict: 0, area: '/' }, rules.sweptEverywhere)
  },
}

async function sweepOffice(tools: JobTools, office: Office): Promise<void> {
  await sweepItems(tools, office, rules.sweptItems)
  for (const kind of rules.fieldKinds) await sweepRecords(tools, office, kind)
}

/** All of them in one transaction, and once more those of which there was as much as goes at once. */
async function sweepItems(tools: JobTools, office: Office, items: readonly string[]): Promise<void> {
  for (let busy = items; busy.length > 0;) {
    const now = busy
    busy = await tools.write(office.area, (ctx) => sweepSome(ctx, office, now)) ?? []
  }
}

async function sweepSome(ctx: Ctx, office: Office, items: readonly string[]): Promise<string[]> {
  const busy: string[] = []
  for (const kept of (await freeItems(ctx, office)).filter(({ item }) => items.includes(item))) {
    const removed = await queries.sweep(ctx, office.subdistrict, { item: kept.item, before: at(rules.monthsBefore(dayOf(ctx.now), kept.keepMonths!), '00:00'), most: atOnce })
    await note(ctx, office, kept, removed)
    if (removed >= atOnce) busy.push(kept.item)
  }
  return busy
}
