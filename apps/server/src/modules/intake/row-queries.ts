import { sql, type RawBuilder } from 'kysely'
import type { Ctx } from '../../kernel/ctx.ts'
import { foundOut, readInFile, stored, type FoundOut, type ReadInFile } from './column-queries.ts'
import { resultOf, type Lane } from './lane-queries.ts'
import type { BatchRow, StagedRow } from './queries.ts'

const ofRun = (ctx: Ctx, { subdistrict, id, run }: BatchRow) => ctx.db.selectFrom('intake_row').selectAll().where('subdistrict', '=', subdistrict).where('batch', '=', id).where('run', '=', run)

const empty: { [column in keyof typeof stored]?: string } = { groups: "'{}'", facts: "'{}'" }

/** Column by column, each a packed array. */
export async function stage(ctx: Ctx, { subdistrict, id, run }: BatchRow, columns: Record<FoundOut | ReadInFile, Uint8Array>): Promise<void> {
  const types = Object.entries({ ...foundOut, ...readInFile }) as [FoundOut | ReadInFile, string][]
  const names = sql.join(types.map(([name]) => sql.raw(name)))
  const read = types.map(([name, type]) => {
    const value = type === 'list' ? `${name}::text[]` : name
    return sql.raw(name in stored ? `case when outcome in ('fresh', 'match') then ${value} else ${empty[name as keyof typeof stored] ?? 'null'} end` : value)
  })
  const given = types.map(([name, type]) => sql`${bytesOf(columns[name])}::${sql.raw(type === 'list' ? 'text' : type)}[]`)
  await sql`insert into intake_row (subdistrict, batch, run, ${names}) select ${subdistrict}, ${id}, ${run}, ${sql.join(read)} from unnest(${sql.join(given)}) as one (${names})`.execute(ctx.db)
}

/** The driver sends a Buffer, and nothing else, as it is. */
const bytesOf = ({ buffer, byteOffset, length }: Uint8Array) => Buffer.from(buffer, byteOffset, length)

export interface KnownRow { by: 'number' | 'phone', looked: Buffer, id: string | null, name: string | null, community: string | null, has_number: boolean }
/** See the migration: of people whom the person asking may not see it tells only the community. */
export const listKnown = async (ctx: Ctx, subdistrict: number, numbers: Uint8Array, phones: Uint8Array): Promise<KnownRow[]> =>
  (await sql<KnownRow>`select * from intake_known(${subdistrict}, ${bytesOf(numbers)}::bytea[], ${bytesOf(phones)}::bytea[])`.execute(ctx.db)).rows

export const listUnits = (ctx: Ctx, subdistrict: number, keys: string[]) =>
  ctx.db.selectFrom('housing').select(['id', 'area', 'place', 'address', 'key', 'entrance', 'room']).where('subdistrict', '=', subdistrict).where(sql<boolean>`key = any(${keys})`).where('ended_on', 'is', null).execute()
export const listRooms = (ctx: Ctx, subdistrict: number, buildings: string[], rooms: string[]) =>
  ctx.db.selectFrom('housing').select(['id', 'area', 'place', 'address', 'key', 'entrance', 'room']).where('subdistrict', '=', subdistrict).where(sql<boolean>`area = any(${buildings})`).where(sql<boolean>`room = any(${rooms})`).where('ended_on', 'is', null).execute()

/** Rows staged a moment ago are in no statistics: taken for a handful, tens of thousands are joined each with each. For the rest of the transaction. */
export const joinByHash = (ctx: Ctx) => sql.raw('set local enable_nestloop = off').execute(ctx.db)

/** The first row of a number, and the first about somebody known, stands; those after it are told which that is. */
export async function markTwins(ctx: Ctx, batch: BatchRow): Promise<void> {
  await markSame(ctx, batch, sql`number_index`)
  await markSame(ctx, batch, sql`case when outcome = 'match' then person end`)
}

const markSame = (ctx: Ctx, { subdistrict, id, run }: BatchRow, by: RawBuilder<unknown>) => sql`
  with numbered as (select no, first_value(no) over (partition by ${by} order by no) as first from intake_row
    where subdistrict = ${subdistrict} and batch = ${id} and run = ${run} and ${by} is not null and outcome in ('fresh', 'match'))
  update intake_row set outcome = 'twice', twin = numbered.first from numbered
  where subdistrict = ${subdistrict} and batch = ${id} and run = ${run} and intake_row.no = numbered.no and numbered.first < numbered.no`.execute(ctx.db)

export async function countOutcomes(ctx: Ctx, { subdistrict, id, run }: BatchRow) {
  const { rows: outcomes } = await sql<{ outcome: string, rows: number }>`select outcome, count(*) as rows from intake_row where subdistrict = ${subdistrict} and batch = ${id} and run = ${run} group by 1`.execute(ctx.db)
  const { rows: wrong } = await sql<{ field: string, rows: number }>`select field, count(*) as rows from intake_row, unnest(wrong) as field where subdistrict = ${subdistrict} and batch = ${id} and run = ${run} group by 1 order by 2 desc, 1`.execute(ctx.db)
  return { outcomes: Object.fromEntries(outcomes.map(({ outcome, rows }) => [outcome, rows])), wrong: Object.fromEntries(wrong.map(({ field, rows }) => [field, rows])) }
}
export async function countResults(ctx: Ctx, { subdistrict, id, run }: BatchRow, lanes: readonly Lane[]): Promise<Record<string, number>> {
  const { rows } = await sql<{ result: string, rows: number }>`select * from (select ${resultOf(lanes)} as result, count(*) as rows from intake_row where subdistrict = ${subdistrict} and batch = ${id} and run = ${run} group by 1) as one where result is not null`.execute(ctx.db)
  return Object.fromEntries(rows.map(({ result, rows: count }) => [result, count]))
}

export interface Chosen { outcome?: string | undefined, wrong?: string | undefined, after: number, limit: number }
export function list(ctx: Ctx, batch: BatchRow, { outcome, wrong, after, limit }: Chosen): Promise<StagedRow[]> {
  let query = ofRun(ctx, batch).where('no', '>', after)
  if (outcome) query = query.where('outcome', '=', outcome)
  if (wrong) query = query.where(sql<boolean>`${wrong} = any(wrong)`)
  return query.orderBy('no').limit(limit).execute()
}

/** Rows that were not stored and are to be mended. */
export const listFaulty = (ctx: Ctx, batch: BatchRow, limit: number) => ofRun(ctx, batch).where((is) => is.or([is('outcome', 'in', ['bad', 'twice']), is('result', '=', 'stale')])).orderBy('no').limit(limit).execute()

/** The next rows of a lane to be stored, by their numbers; what is new is stored where it lies and not fetched. */
export const listReady = (ctx: Ctx, { subdistrict, batch, run, stored_to: from, until_no: until }: Lane, limit: number) =>
  ctx.db.selectFrom('intake_row').select(['no', 'outcome', 'person']).where('subdistrict', '=', subdistrict).where('batch', '=', batch).where('run', '=', run).where('no', '>', from).where('no', '<=', until).where('outcome', 'in', ['fresh', 'match']).orderBy('no').limit(limit).execute()
/** Those of them whose people are known, whole. */
export const listMatches = (ctx: Ctx, batch: BatchRow, { from, to }: { from: number, to: number }): Promise<StagedRow[]> => ofRun(ctx, batch).where('no', '>', from).where('no', '<=', to).where('outcome', '=', 'match').orderBy('no').execute()
/** The next rows to be taken back. */
export const listStored = (ctx: Ctx, batch: BatchRow, lanes: readonly Lane[], limit: number): Promise<StagedRow[]> =>
  ofRun(ctx, batch).select(resultOf(lanes).as('result')).where('no', '>', batch.stored_to).where(resultOf(lanes), 'in', ['entered', 'changed']).orderBy('no').limit(limit).execute()

/** The rows that are new people, in the form in which they are entered. */
export const freshFrom = ({ subdistrict, id, run }: BatchRow, from: number, to: number): RawBuilder<unknown> =>
  sql`select * from intake_row where subdistrict = ${subdistrict} and batch = ${id} and run = ${run} and no > ${from} and no <= ${to} and outcome = 'fresh'`

/** Told from which to which row it goes: without that all rows of the file would be read for each piece of it. */
export const markResults = (ctx: Ctx, { subdistrict, id, run }: BatchRow, rows: { no: number, result: string, revision: number | null }[]) => (rows.length === 0 ? Promise.resolve() : sql`
  update intake_row set result = one.result, revision = coalesce(one.revision, intake_row.revision) from unnest(${rows.map(({ no }) => no)}::integer[], ${rows.map(({ result }) => result)}::text[], ${rows.map(({ revision }) => revision)}::integer[]) as one (no, result, revision)
  where subdistrict = ${subdistrict} and batch = ${id} and run = ${run} and intake_row.no between ${Math.min(...rows.map(({ no }) => no))} and ${Math.max(...rows.map(({ no }) => no))} and intake_row.no = one.no`.execute(ctx.db))

export const undoEntered = async (ctx: Ctx, { subdistrict, id, run }: BatchRow, nos: number[]): Promise<number[]> =>
  (await sql<{ no: number }>`select intake_undo as no from intake_undo(${subdistrict}, ${id}, ${run}, ${nos}::integer[])`.execute(ctx.db)).rows.map(({ no }) => no)

export const listBefore = (ctx: Ctx, subdistrict: number, batch: string, people: string[]) =>
  ctx.db.selectFrom('revision').selectAll().where('subdistrict', '=', subdistrict).where('source_ref', '=', batch).where('source', '=', 'import').where(sql<boolean>`record = any(${people}::uuid[])`).execute()
