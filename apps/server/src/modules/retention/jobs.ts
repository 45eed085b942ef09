import { at, dayOf, subdistrictOf } from '@linli/standards'
import type { Ctx } from '../../kernel/ctx.ts'
import type { JobDefinition, JobTools } from '../../kernel/module.ts'
import { forget } from '../person/index.ts'
import { registerOf } from '../processing/index.ts'
import * as queries from './queries.ts'
import * as rules from './rules.ts'

/** So many that one transaction ends in well under a second. */
const atOnce = 100
const firstId = '00000000-0000-0000-0000-000000000000'
interface Office { subdistrict: number, area: string }

/** Every night, when nobody works: what the register says has been kept long enough. */
export const sweep: JobDefinition = {
  title: '清理到期的个人信息', every: '10 2 * * *',
  async run(tools) {
    for (const area of await tools.around.database.transact({ role: 'staff', areas: ['/'] }, 'read', queries.listOffices)) await sweepOffice(tools, { subdistrict: subdistrictOf(area), area })
  },
}

async function sweepOffice(tools: JobTools, office: Office): Promise<void> {
  for (const item of rules.sweptItems) for (let removed = atOnce; removed >= atOnce;) removed = await tools.write(office.area, (ctx) => sweepItem(ctx, office, item)) ?? 0
  for (let after: string | undefined = firstId; after !== undefined;) {
    const from: string = after
    after = await tools.read(office.area, async (ctx) => (await nextPeople(ctx, office, from)).last)
    await tools.write(office.area, async (ctx) => forgetPeople(ctx, office, (await nextPeople(ctx, office, from)).people))
  }
}

/** What may go is asked in the transaction that removes: a hold that was just set stops it. */
async function freeItems(ctx: Ctx, { subdistrict }: Office) {
  return rules.free((await registerOf(ctx, { subdistrict })).filter(rules.isSwept), await queries.heldItems(ctx, subdistrict, dayOf(ctx.now)))
}

async function sweepItem(ctx: Ctx, office: Office, item: string): Promise<number> {
  const kept = (await freeItems(ctx, office)).find((one) => one.item === item)
  if (!kept) return 0
  const removed = await queries.sweep(ctx, office.subdistrict, { item, before: at(rules.monthsBefore(dayOf(ctx.now), kept.keepMonths!), '00:00'), most: atOnce })
  await note(ctx, office, kept, removed)
  return removed
}

async function nextPeople(ctx: Ctx, office: Office, after: string): Promise<{ people: queries.Gone[], last: string | undefined }> {
  const months = (await freeItems(ctx, office)).filter(({ item }) => item.startsWith('person.')).map(({ keepMonths }) => keepMonths!)
  if (months.length === 0) return { people: [], last: undefined }
  const people = await queries.gone(ctx, office.subdistrict, { before: rules.monthsBefore(dayOf(ctx.now), Math.min(...months)), after, most: atOnce })
  return { people, last: people.length < atOnce ? undefined : people.at(-1)!.id }
}

/** Field by field, as each one's time comes; counted by kind, never by whose. */
async function forgetPeople(ctx: Ctx, office: Office, people: queries.Gone[]): Promise<void> {
  const items = (await freeItems(ctx, office)).filter(({ item }) => item.startsWith('person.'))
  const counts = new Map<rules.Kept, number>()
  for (const person of people) {
    const now = rules.due(items, person, dayOf(ctx.now))
    if (now.length === 0) continue
    const names = now.map(({ item }) => item.slice('person.'.length))
    const removed = await forget(ctx, person.id, names)
    await queries.setDone(ctx, { ...office, person: person.id, fields: [...person.fields, ...names] })
    for (const one of now) if (removed.includes(one.item.slice('person.'.length))) counts.set(one, (counts.get(one) ?? 0) + 1)
  }
  for (const [item, removed] of counts) await note(ctx, office, item, removed)
}

async function note(ctx: Ctx, office: Office, { item, keepMonths, version }: rules.Kept, removed: number): Promise<void> {
  if (removed === 0) return
  await queries.insertRun(ctx, { ...office, id: ctx.newId(), item, keep_months: keepMonths!, version, removed, at: ctx.now })
  ctx.record('retention.swept', { kind: 'retention', id: item, ...office, may: 'retention.view' }, { keepMonths, version, removed })
}
