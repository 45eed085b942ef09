import { sql, type Insertable, type Selectable, type Updateable } from 'kysely'
import type { Ctx } from '../../kernel/ctx.ts'
import type { Event, EventStage } from '../../kernel/schema.gen.ts'

export type EventRow = Omit<Selectable<Event>, 'grams' | 'community' | 'spot' | 'reporter_index'>
export type StageRow = Selectable<EventStage>
type Key = Pick<EventRow, 'subdistrict' | 'id'>

/** Every column but those that indexes are made of. */
export const columns = [
  'subdistrict', 'id', 'area', 'number', 'title', 'description', 'status', 'severity', 'source', 'matter', 'matter_name', 'area_name', 'place', 'lng', 'lat',
  'reported_by', 'reporter_name', 'reporter_phone', 'reporter_phone_masked', 'unit', 'unit_name', 'unit_kind', 'person', 'person_name', 'suggested_unit', 'suggested_unit_name', 'suggested_person', 'suggested_person_name',
  'handle_limit_amount', 'handle_limit_unit', 'question', 'fed_back_by', 'last_step', 'last_by', 'public_reply', 'rating', 'rating_solved', 'rating_text', 'rated_at',
  'close_kind', 'closed_at', 'reopened', 'photo_count', 'reported_at', 'stage_no', 'stage_since', 'due_at', 'warn_at', 'severe_at', 'is_overdue', 'is_severe', 'changed_at',
  'is_urgent', 'is_pinned', 'is_legacy', 'is_supervised', 'is_instructed', 'is_whistled', 'is_duplicate', 'is_dissatisfied', 'is_self_handled', 'privacy', 'pending', 'assists', 'assists_open',
  'extended_by', 'extensions', 'returns', 'late_returns', 'reworks', 'urges', 'urged_at', 'return_reason', 'return_note', 'suspend_reason', 'review_on', 'transferred_to', 'merged_into', 'part_of', 'routed_version', 'routed_no', 'routed_rule', 'first_unit', 'first_unit_name', 'first_sent_at', 'first_as_suggested', 'is_missent', 'hotline_answer',
] as const

/** What a row of a list is made of: a list asks for nothing that it does not show. */
export const rowColumns = [
  'id', 'number', 'title', 'status', 'severity', 'source', 'matter', 'matter_name', 'area', 'area_name', 'place', 'lng', 'lat', 'unit', 'unit_name', 'person', 'person_name', 'reported_at', 'changed_at', 'due_at', 'warn_at', 'severe_at', 'is_overdue', 'is_severe',
  'photo_count', 'pending', 'assists', 'privacy', 'is_urgent', 'is_pinned', 'is_legacy', 'is_supervised', 'is_instructed', 'is_whistled', 'is_duplicate', 'is_dissatisfied', 'is_self_handled',
] as const satisfies readonly (typeof columns)[number][]
export type ListedRow = Pick<EventRow, (typeof rowColumns)[number]>

export const find = (ctx: Ctx, id: string): Promise<EventRow | undefined> => ctx.db.selectFrom('event').select(columns).where('id', '=', id).executeTakeFirst()

/** Holds the row until the transaction ends. By its whole key, because a lock may not cross shards. */
export async function lock(ctx: Ctx, id: string): Promise<EventRow | undefined> {
  const key = await ctx.db.selectFrom('event').select('subdistrict').where('id', '=', id).executeTakeFirst()
  return key && ctx.db.selectFrom('event').select(columns).where('subdistrict', '=', key.subdistrict).where('id', '=', id).forUpdate().executeTakeFirst()
}

export const insert = (ctx: Ctx, { prefix, ...row }: Omit<Insertable<Event>, 'number'> & { prefix: string }) =>
  ctx.db.insertInto('event').values({ ...row, number: sql`${prefix}::text || lpad(nextval('event_serial')::text, 6, '0')` }).execute()

export const update = (ctx: Ctx, { subdistrict, id }: Key, change: Updateable<Event>): Promise<EventRow> =>
  ctx.db.updateTable('event').set(change).where('subdistrict', '=', subdistrict).where('id', '=', id).returning(columns).executeTakeFirstOrThrow()

export const insertStage = (ctx: Ctx, row: Insertable<EventStage>) => ctx.db.insertInto('event_stage').values(row).execute()

export const changeStage = (ctx: Ctx, { subdistrict, id, stage_no }: Key & { stage_no: number }, change: Updateable<EventStage>) =>
  ctx.db.updateTable('event_stage').set(change).where('subdistrict', '=', subdistrict).where('event', '=', id).where('no', '=', stage_no).execute()

export const listStages = (ctx: Ctx, { subdistrict, id }: Key): Promise<StageRow[]> =>
  ctx.db.selectFrom('event_stage').selectAll().where('subdistrict', '=', subdistrict).where('event', '=', id).orderBy('no').execute()

export const listPhotos = (ctx: Ctx, { id }: Key) =>
  ctx.db.selectFrom('photo').select(['id', 'part', 'at', 'uploader_name', 'uploaded_by']).where('subject', '=', id).orderBy('at').orderBy('id').execute()

/** Gives photos to the event that were sent up by one and the same; answers how many there were. */
export async function attachPhotos(ctx: Ctx, event: Key & { area: string }, ids: string[], { part, by }: { part: string, by: string | null }): Promise<number> {
  const { numUpdatedRows } = await ctx.db.updateTable('photo').set({ subject_kind: 'event', subject: event.id, subdistrict: event.subdistrict, area: event.area, part })
    .where('id', 'in', ids).where('uploaded_by', '=', by).where('subject', 'is', null).executeTakeFirst()
  return Number(numUpdatedRows)
}

export const listJournal = (ctx: Ctx, { subdistrict, id }: Key) =>
  ctx.db.selectFrom('journal').select(['at', 'name', 'actor_name', 'actor_side', 'actor_post', 'details']).where('subdistrict', '=', subdistrict).where('subject', '=', id)
    .where('subject_kind', '=', 'event').orderBy('at').orderBy('id').execute()

/** Events whose wait for the resident is over, of all sub-districts. */
export const listExpired = (ctx: Ctx, most: number) =>
  ctx.db.selectFrom('event').select(['id', 'area']).where('status', 'in', ['needInfo', 'needDetail']).where('due_at', '<', ctx.now).orderBy('due_at').limit(most).execute()
