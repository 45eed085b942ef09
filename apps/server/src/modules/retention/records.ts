import { dayOf } from '@linli/standards'
import type { Ctx } from '../../kernel/ctx.ts'
import type { JobTools } from '../../kernel/module.ts'
import { forgetEnterprise } from '../enterprise/index.ts'
import { forgetHousehold } from '../household/index.ts'
import { forgetHousing } from '../housing/index.ts'
import { forget as forgetPerson } from '../person/index.ts'
import { forgetThing } from '../thing/index.ts'
import { freeItems, note, type Office } from './office.ts'
import * as queries from './queries.ts'
import * as rules from './rules.ts'

/** So many that one transaction ends in well under a second. */
const atOnce = 100
const firstId = '00000000-0000-0000-0000-000000000000'

/** Takes values with their history; answers the names of those there was a value of. */
const forgetOf: Record<rules.FieldKind, (ctx: Ctx, id: string, names: readonly string[]) => Promise<readonly string[]>> = {
  person: async (ctx, id, names) => (await forgetPerson(ctx, id, names)).removed, household: forgetHousehold, enterprise: forgetEnterprise, housing: forgetHousing, thing: forgetThing,
}

/** Field by field, as each one's time comes, and what goes with the record. */
export async function sweepRecords(tools: JobTools, office: Office, kind: rules.FieldKind): Promise<void> {
  for (let after: string | undefined = firstId; after !== undefined;) {
    const from: string = after
    const found = await tools.read(office.area, (ctx) => next(ctx, office, kind, from))
    after = found.last
    // Asked once more where it is removed: a hold may have been set.
    if (found.gone.length > 0) await tools.write(office.area, async (ctx) => letGo(ctx, office, kind, await next(ctx, office, kind, from)))
  }
}

interface Next { items: rules.Kept[], gone: queries.Gone[], last: string | undefined }

async function next(ctx: Ctx, office: Office, kind: rules.FieldKind, after: string): Promise<Next> {
  const items = (await freeItems(ctx, office)).filter((one) => rules.isOf(kind, one))
  if (items.length === 0) return { items, gone: [], last: undefined }
  const before = rules.monthsBefore(dayOf(ctx.now), Math.min(...items.map(({ keepMonths }) => keepMonths!)))
  const gone = await queries.gone(ctx, office.subdistrict, kind, { before, after, most: atOnce, names: items.map(({ item }) => rules.keyOf(item)) })
  return { items, gone, last: gone.length < atOnce ? undefined : gone.at(-1)!.id }
}

/** Counted by kind, never by whose. */
async function letGo(ctx: Ctx, office: Office, kind: rules.FieldKind, { items, gone }: Next): Promise<void> {
  const counts = new Map<rules.Kept, number>()
  for (const record of gone) {
    const due = rules.due(items, record, dayOf(ctx.now))
    if (due.length === 0) continue
    const removed = await take(ctx, office, { kind, id: record.id }, due)
    await queries.setDone(ctx, { ...office, person: record.id, fields: [...record.fields, ...due.map(({ item }) => rules.keyOf(item))], at: ctx.now })
    for (const one of due) if (removed.includes(rules.keyOf(one.item))) counts.set(one, (counts.get(one) ?? 0) + 1)
  }
  for (const [item, removed] of counts) await note(ctx, office, item, removed)
}

/** What goes with the record first: with the name go homes and tags, and would not be counted. Its history last: what is forgotten field by field is noted in it. @returns of what there was something. */
async function take(ctx: Ctx, { subdistrict }: Office, { kind, id }: { kind: rules.FieldKind, id: string }, due: readonly rules.Kept[]): Promise<string[]> {
  const keys = due.map(({ item }) => rules.keyOf(item))
  const fields = due.filter((one) => rules.isField(kind, one)).map(({ item }) => rules.keyOf(item))
  const others = keys.filter((key) => !fields.includes(key))
  const leave = async (what: string[]) => (what.length > 0 ? queries.letGo(ctx, subdistrict, kind, id, what) : [])
  return [...await leave(others.filter((key) => key !== 'revision')), ...fields.length > 0 ? await forgetOf[kind](ctx, id, fields) : [], ...await leave(others.filter((key) => key === 'revision'))]
}
