import type { Field } from '@linli/contract'
import { areaAt } from '@linli/standards'
import { sql, type RawBuilder } from 'kysely'
import type { Ctx } from '../../kernel/ctx.ts'
import { fieldsFor, settleMany, type From, type Given, type Saying, type Standing } from '../record/index.ts'
import { standingOf } from './actions.ts'
import * as queries from './queries.ts'
import { jsonOf, rowOf } from './row.ts'

/** People as they stand, held until the end of the transaction, in the order of their ids: who holds several waits for nobody who waits for them. */
async function lockAll(ctx: Ctx, subdistrict: number, ids: readonly string[]): Promise<Map<string, queries.PersonRow>> {
  return new Map((await queries.lockMany(ctx, subdistrict, ids)).map((row) => [row.id, row]))
}

/** Changes many people at once by what one source says of them; answers the revision each now has, and whether anything changed. Who is gone or merged is not among the answers. */
async function reviseMany(ctx: Ctx, place: { subdistrict: number, fields: readonly Field[] }, wanted: readonly Saying[], from: From): Promise<Map<string, { revision: number, isChanged: boolean }>> {
  const rows = await lockAll(ctx, place.subdistrict, wanted.map(({ id }) => id))
  const standing = wanted.filter(({ id }) => rows.get(id)?.merged_into === null)
  const given = standing.map(({ id, values, says }): Given => {
    const now = standingOf(ctx, rows.get(id)!)
    return { standing: now, values: values(now), says }
  })
  const revised = await settleMany(ctx, place.fields, given, from)
  const changed = revised.map((one, at) => ({ one, row: rows.get(standing[at]!.id)! })).filter(({ one }) => one.changed.length > 0)
  const fieldsOf = await fieldsAround(ctx, changed.map(({ row }) => row))
  await queries.storeMany(ctx, place.subdistrict, changed.map(({ one, row }) => ({ id: row.id, ...jsonOf(rowOf(ctx, fieldsOf(row), one.values)), sources: one.sources, revision: one.revision })))
  return new Map(revised.map((one, at) => [standing[at]!.id, { revision: one.revision, isChanged: one.changed.length > 0 }]))
}

/** What may lie in the open of each: a community has fields of its own, also where a file of the whole sub-district changes something else. */
async function fieldsAround(ctx: Ctx, rows: readonly queries.PersonRow[]): Promise<(row: queries.PersonRow) => readonly Field[]> {
  const communityOf = ({ area }: queries.PersonRow) => areaAt(area, 'community') ?? area
  const known = new Map<string, readonly Field[]>()
  for (const row of rows) if (!known.has(communityOf(row))) known.set(communityOf(row), await fieldsFor(ctx, 'person', { subdistrict: row.subdistrict, area: communityOf(row) }))
  return (row) => known.get(communityOf(row))!
}

/** These people as they stand, in clear, as far as the person asking may see them. */
const standing = async (ctx: Ctx, subdistrict: number, ids: readonly string[]): Promise<Map<string, Standing & { name: string }>> =>
  new Map((await queries.findMany(ctx, subdistrict, ids)).filter((row) => row.merged_into === null).map((row) => [row.id, { ...standingOf(ctx, row), name: row.name }]))

export const personStore = { standing, revise: reviseMany }

/**
 * Enters many people at once from rows that lie ready in the database in the form of `person` (`rowOf`), with `record` for the id, `area`, `place`, `housing`, `role`, `since`, `address` and the names of the `fields` that are known.
 * Answers the ids of those that were entered: whose number somebody else entered meanwhile is not among them.
 */
export async function enterMany(ctx: Ctx, ready: RawBuilder<unknown>, { source, ref, name, by }: From): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with ready as materialized (${ready}),
    entered as (
      insert into person (subdistrict, id, area, name, pinyin, initials, certificate, number, number_index, number_masked, number_tail, sex, birth, phone, phone_index, phone_masked, phone_tail,
        population_kind, groups, facts, sealed, sources, address, created_at, changed_at, checked_at)
      select subdistrict, record, area, name, pinyin, initials, certificate, number, number_index, number_masked, number_tail, sex, birth, phone, phone_index, phone_masked, phone_tail,
        population_kind, groups, facts, sealed, ${JSON.stringify({ '*': [1, source] })}::jsonb, address, ${ctx.now}::timestamptz, ${ctx.now}::timestamptz, ${ctx.now}::timestamptz from ready
      on conflict (subdistrict, number_index) where number_index is not null and merged_into is null do nothing returning id),
    lived as (
      insert into residency (subdistrict, id, area, place, person, housing, role, since, created_at, created_by)
      select ready.subdistrict, gen_random_uuid(), ready.area, ready.place, ready.record, ready.housing, ready.role, ready.since, ${ctx.now}::timestamptz, ${by?.id ?? null}::uuid from ready join entered on entered.id = ready.record),
    noted as (
      insert into revision (subdistrict, record, no, area, kind, at, by, by_name, source, source_ref, source_name, fields)
      select ready.subdistrict, ready.record, 1, ready.area, 'person', ${ctx.now}::timestamptz, ${by?.id ?? null}::uuid, ${by?.name ?? ctx.actor.name}::text, ${source}::text, ${ref ?? null}::text, ${name ?? null}::text, ready.fields from ready join entered on entered.id = ready.record)
    select id from entered`.execute(ctx.db)
  return rows.map(({ id }) => id)
}
