import { sql, type Insertable, type Selectable, type Updateable } from 'kysely'
import type { Ctx } from '../../kernel/ctx.ts'
import type { EventAssist, EventRequest, EventSupervision } from '../../kernel/schema.gen.ts'

// What stands beside an event: applications, assisting units, supervision, and what was merged into it or split off.
export type RequestRow = Selectable<EventRequest>
export type AssistRow = Selectable<EventAssist>
export type SupervisionRow = Selectable<EventSupervision>
interface Key { subdistrict: number, id: string, area: string }

export const insertRequest = (ctx: Ctx, { subdistrict, id, area }: Key, row: Omit<Insertable<EventRequest>, 'subdistrict' | 'event' | 'area' | 'no'>) =>
  ctx.db.insertInto('event_request').values({ ...row, subdistrict, event: id, area, no: sql<number>`(select coalesce(max(no), 0) + 1 from event_request where subdistrict = ${subdistrict} and event = ${id})` }).execute()

/** The application that is open, decided; undefined where there is none. */
export const decideRequest = (ctx: Ctx, { subdistrict, id }: Key, decision: Updateable<EventRequest>): Promise<RequestRow | undefined> =>
  ctx.db.updateTable('event_request').set(decision).where('subdistrict', '=', subdistrict).where('event', '=', id).where('decided_at', 'is', null).returningAll().executeTakeFirst()

export const listRequests = (ctx: Ctx, { subdistrict, id }: Key): Promise<RequestRow[]> =>
  ctx.db.selectFrom('event_request').selectAll().where('subdistrict', '=', subdistrict).where('event', '=', id).orderBy('no').execute()

/** Asks a unit to assist, or once more where it had finished. */
export const putAssist = (ctx: Ctx, { subdistrict, id, area }: Key, row: Omit<Insertable<EventAssist>, 'subdistrict' | 'event' | 'area'>) =>
  ctx.db.insertInto('event_assist').values({ ...row, subdistrict, event: id, area })
    .onConflict((conflict) => conflict.columns(['subdistrict', 'event', 'unit']).doUpdateSet({ asked_at: row.asked_at, due_at: row.due_at, note: row.note ?? null, done_at: null, result: null })).execute()

export const endAssist = (ctx: Ctx, { subdistrict, id }: Key, unit: string, result: string) =>
  ctx.db.updateTable('event_assist').set({ done_at: ctx.now, result }).where('subdistrict', '=', subdistrict).where('event', '=', id).where('unit', '=', unit).execute()

export const listAssists = (ctx: Ctx, { subdistrict, id }: Key): Promise<AssistRow[]> =>
  ctx.db.selectFrom('event_assist').selectAll().where('subdistrict', '=', subdistrict).where('event', '=', id).orderBy('asked_at').orderBy('unit').execute()

export const insertSupervision = (ctx: Ctx, { subdistrict, id, area }: Key, row: Omit<Insertable<EventSupervision>, 'subdistrict' | 'event' | 'area' | 'no'>) =>
  ctx.db.insertInto('event_supervision').values({ ...row, subdistrict, event: id, area, no: sql<number>`(select coalesce(max(no), 0) + 1 from event_supervision where subdistrict = ${subdistrict} and event = ${id})` }).execute()

/** Changes the supervision that is open. */
export const changeSupervision = (ctx: Ctx, { subdistrict, id }: Key, change: Updateable<EventSupervision>) =>
  ctx.db.updateTable('event_supervision').set(change).where('subdistrict', '=', subdistrict).where('event', '=', id).where('ended_at', 'is', null).execute()

export const listSupervisions = (ctx: Ctx, { subdistrict, id }: Key): Promise<SupervisionRow[]> =>
  ctx.db.selectFrom('event_supervision').selectAll().where('subdistrict', '=', subdistrict).where('event', '=', id).orderBy('no').execute()

const linkColumns = ['id', 'number', 'title', 'status', 'public_reply'] as const

/** The whole this one belongs to. */
export const findWhole = (ctx: Ctx, id: string) => ctx.db.selectFrom('event').select(linkColumns).where('id', '=', id).executeTakeFirst()

/** What was merged into it and what was split off, at most 100 of each. */
export const listMerged = (ctx: Ctx, id: string) => ctx.db.selectFrom('event').select(linkColumns).where('merged_into', '=', id).orderBy('reported_at').limit(100).execute()
export const listParts = (ctx: Ctx, id: string) => ctx.db.selectFrom('event').select(linkColumns).where('part_of', '=', id).orderBy('number').limit(100).execute()
