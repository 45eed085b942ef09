import type { Field } from '@linli/contract'
import { areaAt } from '@linli/standards'
import { sql, type RawBuilder } from 'kysely'
import type { Ctx } from '../../kernel/ctx.ts'
import { fieldsFor, settleMany, without, type From, type Given, type Saying, type Standing } from '../record/index.ts'
import { standingOf } from './actions.ts'
import { besideNames, homesOf, storeBesides, withBesides } from './beside.ts'
import * as queries from './queries.ts'
import { jsonOf, rowOf } from './row.ts'

/** People as they stand, held until the end of the transaction, in the order of their ids: who holds several waits for nobody who waits for them. */
async function lockAll(ctx: Ctx, subdistrict: number, ids: readonly string[]): Promise<Map<string, queries.PersonRow>> {
  return new Map((await queries.lockMany(ctx, subdistrict, ids)).map((row) => [row.id, row]))
}

/** Changes many people at once by what one source says of them; answers the revision each now has, and whether anything changed. Who is gone or merged is not among the answers. */
async function reviseMany(ctx: Ctx, place: { subdistrict: number, fields: readonly Field[] }, wanted: readonly Saying[], from: From): Promise<Map<string, { revision: number, isChanged: boolean }>> {
  const rows = await lockAll(ctx, place.subdistrict, wanted.map(({ id }) => id))
  const there = wanted.filter(({ id }) => rows.get(id)?.merged_into === null)
  const homes = await homesOf(ctx, place.subdistrict, there.map(({ id }) => id))
  const given = there.map(({ id, values, says }): Given => {
    const now = withBesides(standingOf(ctx, rows.get(id)!), rows.get(id)!, homes.get(id))
    return { standing: now, values: values(now), says }
  })
  const revised = await settleMany(ctx, place.fields, given, from)
  const changed = revised.map((one, at) => ({ one, row: rows.get(there[at]!.id)! })).filter(({ one }) => one.changed.length > 0)
  const fieldsOf = await fieldsAround(ctx, changed.map(({ row }) => row))
  await queries.storeMany(ctx, place.subdistrict, changed.map(({ one, row }) => ({ id: row.id, ...jsonOf(rowOf(ctx, fieldsOf(row), without(one.values, besideNames))), sources: one.sources, revision: one.revision })))
  for (const { one, row } of changed) if (one.changed.some((name) => besideNames.includes(name))) await storeBesides(ctx, row, homes.get(row.id), one)
  return new Map(revised.map((one, at) => [there[at]!.id, { revision: one.revision, isChanged: one.changed.length > 0 }]))
}

/** What may lie in the open of each: a community has fields of its own, also where a file of the whole sub-district changes something else. */
async function fieldsAround(ctx: Ctx, rows: readonly queries.PersonRow[]): Promise<(row: queries.PersonRow) => readonly Field[]> {
  const communityOf = ({ area }: queries.PersonRow) => areaAt(area, 'community') ?? area
  const known = new Map<string, readonly Field[]>()
  for (const row of rows) if (!known.has(communityOf(row))) known.set(communityOf(row), await fieldsFor(ctx, 'person', { subdistrict: row.subdistrict, area: communityOf(row) }))
  return (row) => known.get(communityOf(row))!
}

/** These people as they stand, in clear, as far as the person asking may see them, with what is kept beside their records. */
async function standing(ctx: Ctx, subdistrict: number, ids: readonly string[]): Promise<Map<string, Standing & { name: string, home: string | undefined }>> {
  const rows = (await queries.findMany(ctx, subdistrict, ids)).filter((row) => row.merged_into === null)
  const homes = await homesOf(ctx, subdistrict, rows.map(({ id }) => id))
  return new Map(rows.map((row) => [row.id, { ...withBesides(standingOf(ctx, row), row, homes.get(row.id)), name: row.name, home: homes.get(row.id)?.id }]))
}

export const personStore = { standing, revise: reviseMany }

const columnsOfPerson = sql.raw('subdistrict, area, name, pinyin, initials, certificate, number, number_index, number_masked, number_tail, sex, birth, phone, phone_index, phone_masked, phone_tail, population_kind, groups, facts, sealed, address')

/**
 * Enters many people at once from rows that lie ready in the database in the form of `person` (`rowOf`), with `record` for the id, `area`, `place`, `housing`, `role`, `since`, `address` and the names of the `fields` that are known.
 * Answers the ids of those that were entered: whose number somebody else entered meanwhile is not among them.
 */
export async function enterMany(ctx: Ctx, ready: RawBuilder<unknown>, { source, ref, name, by }: From): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with ready as materialized (select ${columnsOfPerson}, record, place, housing, role, since, fields from (${ready}) as one),
    entered as (
      insert into person (${columnsOfPerson}, id, sources, created_at, changed_at, checked_at)
      select ${columnsOfPerson}, record, ${JSON.stringify({ '*': [1, source] })}::jsonb, ${ctx.now}::timestamptz, ${ctx.now}::timestamptz, ${ctx.now}::timestamptz from ready
      on conflict (subdistrict, number_index) where number_index is not null and merged_into is null do nothing returning id),
    lived as (
      insert into residency (subdistrict, id, area, place, person, housing, role, since, created_at, created_by)
      select ready.subdistrict, ready.record, ready.area, ready.place, ready.record, ready.housing, ready.role, ready.since, ${ctx.now}::timestamptz, ${by?.id ?? null}::uuid from ready join entered on entered.id = ready.record),
    noted as (
      insert into revision (subdistrict, record, no, area, kind, at, by, by_name, source, source_ref, source_name, fields)
      select ready.subdistrict, ready.record, 1, ready.area, 'person', ${ctx.now}::timestamptz, ${by?.id ?? null}::uuid, ${by?.name ?? ctx.actor.name}::text, ${source}::text, ${ref ?? null}::text, ${name ?? null}::text, ready.fields from ready join entered on entered.id = ready.record)
    select id from entered`.execute(ctx.db)
  return rows.map(({ id }) => id)
}
