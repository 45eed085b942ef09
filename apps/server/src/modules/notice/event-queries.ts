import { sql } from 'kysely'
import type { Ctx } from '../../kernel/ctx.ts'
import type { Plan } from './rules.ts'

// What notices are about: read, and never changed here.

export const findEvent = (ctx: Ctx, id: string) =>
  ctx.db.selectFrom('event').select(['subdistrict', 'id', 'area', 'area_name', 'number', 'title', 'status', 'source', 'part_of', 'unit', 'unit_name', 'unit_kind', 'due_at', 'stage_no']).where('id', '=', id).executeTakeFirst()
export type EventRow = NonNullable<Awaited<ReturnType<typeof findEvent>>>

/** A row of the journal, of which a listener is told the id. */
export const findHappened = (ctx: Ctx, { subdistrict, subject, id }: { subdistrict: number, subject: string, id: string }) =>
  ctx.db.selectFrom('journal').select(['actor', 'actor_side', 'actor_name', 'details']).where('subdistrict', '=', subdistrict).where('subject', '=', subject).where('id', '=', id).executeTakeFirst()

/** Who asked for what was decided last. */
export const findAsker = async (ctx: Ctx, { subdistrict, id }: { subdistrict: number, id: string }): Promise<string | undefined> =>
  (await ctx.db.selectFrom('event_request').select('asked_by').where('subdistrict', '=', subdistrict).where('event', '=', id).orderBy('no', 'desc').limit(1).executeTakeFirst())?.asked_by

/** Who supervised last. */
export const findSupervisor = async (ctx: Ctx, { subdistrict, id }: { subdistrict: number, id: string }): Promise<string | undefined> =>
  (await ctx.db.selectFrom('event_supervision').select('asked_by').where('subdistrict', '=', subdistrict).where('event', '=', id).orderBy('no', 'desc').limit(1).executeTakeFirst())?.asked_by

/** The supervision that still waits for its reply. */
export const findUnanswered = (ctx: Ctx, { subdistrict, id }: { subdistrict: number, id: string }) =>
  ctx.db.selectFrom('event_supervision').select(['due_at']).where('subdistrict', '=', subdistrict).where('event', '=', id).where('ended_at', 'is', null).where('replied_at', 'is', null).executeTakeFirst()

/** The unit that assists and has not finished. */
export const findUnfinished = (ctx: Ctx, { subdistrict, id }: { subdistrict: number, id: string }, unit: string) =>
  ctx.db.selectFrom('event_assist').select(['unit_name', 'due_at']).where('subdistrict', '=', subdistrict).where('event', '=', id).where('unit', '=', unit).where('done_at', 'is', null).executeTakeFirst()

interface Key { subdistrict: number, event: string, key: string }

/** The plan of a stay, a supervision or an assisting unit, in place of the one before. */
export const putReminder = (ctx: Ctx, { subdistrict, event, key, area }: Key & { area: string }, { kinds, moments }: Plan) => {
  const plan = { kinds, moments, next_at: moments[0] ?? null }
  return ctx.db.insertInto('reminder').values({ subdistrict, event, key, area, ...plan }).onConflict((conflict) => conflict.columns(['subdistrict', 'event', 'key']).doUpdateSet(plan)).execute()
}

/** The same, where there never was one under the key. */
export const putFirstReminder = (ctx: Ctx, { subdistrict, event, key, area }: Key & { area: string }, { kinds, moments }: Plan) =>
  ctx.db.insertInto('reminder').values({ subdistrict, event, key, area, kinds, moments, next_at: moments[0] ?? null }).onConflict((conflict) => conflict.doNothing()).execute()

/** What is due to be said, of all sub-districts, the longest due first. */
export const listDue = (ctx: Ctx, most: number) =>
  ctx.db.selectFrom('reminder').select(['subdistrict', 'event', 'key', 'area']).where('next_at', '<=', ctx.now).orderBy('next_at').orderBy('event').limit(most).execute()

/** Held until the transaction ends; nothing where somebody else holds it or it is no longer due. */
export const lockDue = (ctx: Ctx, { subdistrict, event, key }: Key) =>
  ctx.db.selectFrom('reminder').select(['subdistrict', 'event', 'key', 'area', sql<Plan['kinds']>`kinds`.as('kinds'), 'moments']).where('subdistrict', '=', subdistrict).where('event', '=', event).where('key', '=', key)
    .where('next_at', '<=', ctx.now).forUpdate().skipLocked().executeTakeFirst()
