import { sql, type RawBuilder } from 'kysely'
import type { Ctx } from '../../kernel/ctx.ts'
import { foundOut, instead, readInFile, stored, type FoundOut, type ReadInFile } from './column-queries.ts'
import type { Lane } from './lane-queries.ts'
import type { BatchRow, StagedRow } from './queries.ts'

const ofRun = (ctx: Ctx, { subdistrict, id, run }: BatchRow) => ctx.db.selectFrom('intake_row').selectAll().where('subdistrict', '=', subdistrict).where('batch', '=', id).where('run', '=', run)

/** The same with what became of them, also where they do not say so themselves: see the migration. */
const nowOfRun = (ctx: Ctx, { subdistrict, id, run }: BatchRow) => ctx.db.selectFrom('intake_row_now').selectAll().select('became as result').where('subdistrict', '=', subdistrict).where('batch', '=', id).where('run', '=', run).$castTo<StagedRow>()

/** `lists`: of what is read in the file; `own_lists`: of what was found out. */
export type Columns = Record<FoundOut | ReadInFile | 'lists' | 'own_lists', Uint8Array<ArrayBuffer>>
const empty = { groups: '{}', facts: '{}' }

/** Column by column, each a packed array. `isAgain`: rows that stand already say something else now. */
export async function stage(ctx: Ctx, { subdistrict, id, run }: BatchRow, columns: Columns, { isAgain = false } = {}): Promise<void> {
  const types = Object.entries({ ...foundOut, ...readInFile })
  const others = Object.entries(instead).map(([name, type]) => [`own_${name}`, type] as const)
  const listsOf = (name: string) => sql`${bytesOf(columns[name in readInFile ? 'lists' : 'own_lists'])}::text[]`
  const valueOf = (name: string, type: string) => (type === 'list' ? sql`(${listsOf(name)})[${sql.raw(name)}]::text[]` : sql.raw(name))
  const read = types.map(([name, type]) => {
    const value = name in stored ? sql`case when outcome in ('fresh', 'match') then ${valueOf(name, type)} end` : valueOf(name, type)
    return name in instead ? sql`coalesce(${valueOf(`own_${name}`, type)}, ${value})` : name in empty ? sql`coalesce(${value}, '{}')` : value
  })
  const all = [...types, ...others]
  const names = (some: readonly (readonly [string, string])[]) => sql.join(some.map(([name]) => sql.raw(name)))
  const given = all.map(([name, type]) => sql`${bytesOf(columns[name as keyof Columns])}::${sql.raw(type === 'list' ? 'integer' : type)}[]`)
  const again = isAgain ? sql` on conflict (subdistrict, batch, run, no) do update set twin = null, ${sql.join(types.map(([name]) => sql.raw(`${name} = excluded.${name}`)))}` : sql``
  // Planned for the columns as they are, PostgreSQL would copy them several times before it reads them: a tenth of what the statement costs.
  await sql.raw('set local plan_cache_mode = force_generic_plan').execute(ctx.db)
  await sql`insert into intake_row (subdistrict, batch, run, ${names(types)}) select ${subdistrict}, ${id}, ${run}, ${sql.join(read)} from unnest(${sql.join(given)}) as one (${names(all)})${again}`.execute(ctx.db)
}

/** The driver sends a Buffer, and nothing else, as it is. */
const bytesOf = ({ buffer, byteOffset, length }: Uint8Array<ArrayBuffer>) => Buffer.from(buffer, byteOffset, length)

export interface KnownRow { by: 'number' | 'phone', looked: Buffer, id: string | null, name: string | null, community: string | null, has_number: boolean }
/** See the migration: of people whom the person asking may not see it tells only the community. */
export const listKnown = async (ctx: Ctx, subdistrict: number, numbers: Uint8Array<ArrayBuffer>, phones: Uint8Array<ArrayBuffer>): Promise<KnownRow[]> =>
  (await sql<KnownRow>`select * from intake_known(${subdistrict}, ${bytesOf(numbers)}::bytea[], ${bytesOf(phones)}::bytea[])`.execute(ctx.db)).rows

export const listUnits = (ctx: Ctx, subdistrict: number, keys: string[]) =>
  ctx.db.selectFrom('housing').select(['id', 'area', 'place', 'address', 'key', 'entrance', 'room']).where('subdistrict', '=', subdistrict).where(sql<boolean>`key = any(${keys})`).where('ended_on', 'is', null).execute()
export const listRooms = (ctx: Ctx, subdistrict: number, buildings: string[], rooms: string[]) =>
  ctx.db.selectFrom('housing').select(['id', 'area', 'place', 'address', 'key', 'entrance', 'room']).where('subdistrict', '=', subdistrict).where(sql<boolean>`area = any(${buildings})`).where(sql<boolean>`room = any(${rooms})`).where('ended_on', 'is', null).execute()

/** Rows staged a moment ago are in no statistics: taken for a handful, tens of thousands are joined each with each. For the rest of the transaction. */
export const joinByHash = (ctx: Ctx) => sql.raw('set local enable_nestloop = off').execute(ctx.db)

/** A row that says what an earlier one says already; `outcome`: what it would be without that. */
export interface Twin { no: number, first: number, outcome: string }

/** The first row of a number, and the first about somebody known, stands; those after it. */
export async function findTwins(ctx: Ctx, batch: BatchRow): Promise<Twin[]> {
  const byNumber = await findSame(ctx, batch, { by: 'number_index', outcomes: ['fresh', 'match'], but: [] })
  return [...byNumber, ...await findSame(ctx, batch, { by: 'record', outcomes: ['match'], but: byNumber.map(({ no }) => no) })]
}

const findSame = async (ctx: Ctx, { subdistrict, id, run }: BatchRow, { by, outcomes, but }: { by: 'number_index' | 'record', outcomes: string[], but: number[] }): Promise<Twin[]> => (await sql<Twin>`
  select * from (select no, outcome, first_value(no) over (partition by ${sql.ref(by)} order by no) as first from intake_row
    where subdistrict = ${subdistrict} and batch = ${id} and run = ${run} and ${sql.ref(by)} is not null and outcome = any (${outcomes}) and no <> all (${but}::integer[])) as numbered
  where first < no order by no`.execute(ctx.db)).rows

/** They are told which row stands. */
export const markTwins = (ctx: Ctx, { subdistrict, id, run }: BatchRow, twins: readonly Twin[]) => (twins.length === 0 ? Promise.resolve() : sql`
  update intake_row set outcome = 'twice', twin = one.first from unnest(${twins.map(({ no }) => no)}::integer[], ${twins.map(({ first }) => first)}::integer[]) as one (no, first)
  where subdistrict = ${subdistrict} and batch = ${id} and run = ${run} and intake_row.no = one.no`.execute(ctx.db))

export interface OutcomeCounts { outcomes: Record<string, number>, wrong: Record<string, number> }

/** What was counted before they were marked. */
export function withTwins({ outcomes, wrong }: OutcomeCounts, twins: readonly Twin[]): OutcomeCounts {
  const now: Record<string, number> = { ...outcomes, twice: (outcomes.twice ?? 0) + twins.length }
  for (const { outcome } of twins) now[outcome]! -= 1
  return { outcomes: Object.fromEntries(Object.entries(now).filter(([, n]) => n > 0)), wrong }
}

export async function countOutcomes(ctx: Ctx, { subdistrict, id, run }: BatchRow): Promise<OutcomeCounts> {
  const { rows } = await sql<{ outcome: string | null, field: string | null, rows: number }>`with alike as materialized (select outcome, wrong, count(*) as rows from intake_row where subdistrict = ${subdistrict} and batch = ${id} and run = ${run} group by 1, 2)
    select outcome, null as field, sum(rows)::integer as rows from alike group by 1 union all (select null, field, sum(rows)::integer from alike, unnest(wrong) as field group by 2 order by 3 desc, 2)`.execute(ctx.db)
  const counted = (by: 'outcome' | 'field') => Object.fromEntries(rows.flatMap((row) => (row[by] === null ? [] : [[row[by], row.rows]]))) as Record<string, number>
  return { outcomes: counted('outcome'), wrong: counted('field') }
}
export async function countResults(ctx: Ctx, { subdistrict, id, run }: BatchRow): Promise<Record<string, number>> {
  const { rows } = await sql<{ result: string, rows: number }>`select became as result, count(*) as rows from intake_row_now where subdistrict = ${subdistrict} and batch = ${id} and run = ${run} and became is not null group by 1`.execute(ctx.db)
  return Object.fromEntries(rows.map(({ result, rows: count }) => [result, count]))
}

/** Whom a number of this kind belongs to; of records that are not in the areas of the person asking only the community. See the migration. */
export const listKnownCodes = async (ctx: Ctx, subdistrict: number, kind: 'enterprise' | 'thing', codes: string[]) => (codes.length === 0 ? [] :
  (await sql<{ code: string, id: string | null, name: string | null, community: string }>`select * from intake_known_codes(${subdistrict}, ${kind}, ${codes}::text[])`.execute(ctx.db)).rows)

interface Named { id: string, name: string, code: string | null, kind: string | null, area: string, housing: string | null }
export const listNamed = async (ctx: Ctx, subdistrict: number, kind: 'enterprise' | 'thing', names: string[]): Promise<Named[]> => (names.length === 0 ? [] :
  (await sql<Named>`select id, name, area, housing, ${sql.raw(kind === 'thing' ? 'code, kind' : 'credit_code as code, null as kind')} from ${sql.raw(kind)} where subdistrict = ${subdistrict} and name = any (${names}) ${sql.raw(kind === 'thing' ? 'and ended_on is null' : '')}`.execute(ctx.db)).rows)

export const listUnitsNamed = async (ctx: Ctx, subdistrict: number, names: string[]) => (names.length === 0 ? [] :
  ctx.db.selectFrom('unit').select(['id', 'name']).where('subdistrict', '=', subdistrict).where('is_active', '=', true).where('name', 'in', names).execute())

export interface Chosen { isConflict?: boolean | undefined, outcome?: string | undefined, wrong?: string | undefined, after: number, limit: number }
export function list(ctx: Ctx, batch: BatchRow, { outcome, wrong, isConflict, after, limit }: Chosen): Promise<StagedRow[]> {
  let query = nowOfRun(ctx, batch).where('no', '>', after)
  if (outcome) query = query.where('outcome', '=', outcome)
  if (wrong) query = query.where(sql<boolean>`${wrong} = any(wrong)`)
  if (isConflict) query = query.where(sql<boolean>`conflicts <> '{}'`)
  return query.orderBy('no').limit(limit).execute()
}

/** Rows whose cells are at hand to be mended, from the top, behind one of them, or by their numbers. */
export function listToMend(ctx: Ctx, batch: BatchRow, { nos, after = 0, limit }: { nos?: number[], after?: number, limit: number }): Promise<StagedRow[]> {
  const query = ofRun(ctx, batch).where('outcome', 'in', ['bad', 'twice']).where('cells', 'is not', null)
  return (nos ? query.where(sql<boolean>`no = any (${nos}::integer[])`) : query.where('no', '>', after)).orderBy('no').limit(limit).execute()
}

/** Rows that were not stored and are to be mended. */
export const listFaulty = (ctx: Ctx, batch: BatchRow, limit: number) => ofRun(ctx, batch).where((is) => is.or([is('outcome', 'in', ['bad', 'twice']), is('result', '=', 'stale')])).orderBy('no').limit(limit).execute()

/** The next rows of a lane to be stored, by their numbers; what is new is stored where it lies and not fetched. */
export const listReady = (ctx: Ctx, { subdistrict, batch, run, stored_to: from, until_no: until }: Lane, limit: number) =>
  ctx.db.selectFrom('intake_row').select(['no', 'outcome', 'record']).where('subdistrict', '=', subdistrict).where('batch', '=', batch).where('run', '=', run).where('no', '>', from).where('no', '<=', until).where('outcome', 'in', ['fresh', 'match']).orderBy('no').limit(limit).execute()
/** So far a piece of a lane goes. */
export interface Part { from: number, to: number }
/** Those of them that are new, or known, whole. */
export const listPart = (ctx: Ctx, batch: BatchRow, { from, to }: Part, outcome: 'fresh' | 'match'): Promise<StagedRow[]> => ofRun(ctx, batch).where('no', '>', from).where('no', '<=', to).where('outcome', '=', outcome).orderBy('no').execute()
/** The next rows to be taken back. */
export const listStored = (ctx: Ctx, batch: BatchRow, limit: number): Promise<StagedRow[]> => nowOfRun(ctx, batch).where('no', '>', batch.stored_to).where('became', 'in', ['entered', 'changed']).orderBy('no').limit(limit).execute()

/** The rows that are new people, in the form in which they are entered. */
export const freshFrom = ({ subdistrict, id, run }: BatchRow, { from, to }: Part): RawBuilder<unknown> =>
  sql`select * from intake_row where subdistrict = ${subdistrict} and batch = ${id} and run = ${run} and no > ${from} and no <= ${to} and outcome = 'fresh'`

/** Told from which to which row it goes: without that all rows of the file would be read for each piece of it. */
export const markResults = (ctx: Ctx, { subdistrict, id, run }: BatchRow, rows: { no: number, result: string, revision: number | null }[]) => (rows.length === 0 ? Promise.resolve() : sql`
  update intake_row set result = one.result, revision = coalesce(one.revision, intake_row.revision) from unnest(${rows.map(({ no }) => no)}::integer[], ${rows.map(({ result }) => result)}::text[], ${rows.map(({ revision }) => revision)}::integer[]) as one (no, result, revision)
  where subdistrict = ${subdistrict} and batch = ${id} and run = ${run} and intake_row.no between ${Math.min(...rows.map(({ no }) => no))} and ${Math.max(...rows.map(({ no }) => no))} and intake_row.no = one.no`.execute(ctx.db))

export const undoEntered = async (ctx: Ctx, { subdistrict, id, run }: BatchRow, nos: number[]): Promise<number[]> =>
  (await sql<{ no: number }>`select intake_undo as no from intake_undo(${subdistrict}, ${id}, ${run}, ${nos}::integer[])`.execute(ctx.db)).rows.map(({ no }) => no)

export const listBefore = (ctx: Ctx, subdistrict: number, batch: string, people: string[]) =>
  ctx.db.selectFrom('revision').selectAll().where('subdistrict', '=', subdistrict).where('source_ref', '=', batch).where('source', '=', 'import').where(sql<boolean>`record = any(${people}::uuid[])`).execute()

/** What is to be taken of a row that came back, unless somebody said otherwise: what was written, but neither what was emptied nor what was changed here too. */
const isTaken = sql<boolean>`coalesce((choices ->> field)::boolean, not field = any (conflicts || clears))`

/** Of a file that came back: cells that differ, those that are to be taken, those that were changed here too. */
export const countCells = async (ctx: Ctx, { subdistrict, id, run }: BatchRow): Promise<{ cells: number, taken: number, conflicts: number, clears: number }> =>
  (await sql<{ cells: number, taken: number, conflicts: number, clears: number }>`select count(*) as cells, count(*) filter (where ${isTaken}) as taken, count(*) filter (where field = any (conflicts)) as conflicts, count(*) filter (where field = any (clears)) as clears
    from intake_row, unnest(fields || clears) as field where subdistrict = ${subdistrict} and batch = ${id} and run = ${run} and outcome = 'match' and seen is not null`.execute(ctx.db)).rows[0]!

/** What is to be taken of one cell. */
export const choose = async (ctx: Ctx, { subdistrict, id, run }: BatchRow, cells: readonly { no: number, field: string, isTaken: boolean }[]): Promise<number> =>
  Number((await sql`update intake_row set choices = choices || one.chosen from (select no, jsonb_object_agg(field, "isTaken") as chosen from jsonb_to_recordset(${JSON.stringify(cells)}::jsonb) as cell (no integer, field text, "isTaken" boolean) group by no) as one
    where subdistrict = ${subdistrict} and batch = ${id} and run = ${run} and intake_row.no = one.no and outcome = 'match' and seen is not null`.execute(ctx.db)).numAffectedRows ?? 0)

/** The same of all cells, or of those that were changed here too, or were emptied. */
export const chooseAll = (ctx: Ctx, { subdistrict, id, run }: BatchRow, which: 'all' | 'conflicts' | 'clears', isWanted: boolean) => sql`
  update intake_row set choices = choices || (select coalesce(jsonb_object_agg(field, ${isWanted}::boolean), '{}') from unnest(${sql.raw(which === 'all' ? 'fields || clears' : which)}) as field)
  where subdistrict = ${subdistrict} and batch = ${id} and run = ${run} and outcome = 'match' and seen is not null`.execute(ctx.db)
