import { sql, type Insertable, type Selectable, type Updateable } from 'kysely'
import type { Ctx } from '../../kernel/ctx.ts'
import type { Mapping, MappingFeature } from '../../kernel/schema.gen.ts'

export type MappingRow = Selectable<Mapping>
export type FeatureRow = Selectable<MappingFeature>
export type Run = Pick<MappingRow, 'subdistrict' | 'id' | 'run'>

export const insert = (ctx: Ctx, row: Insertable<Mapping>): Promise<MappingRow> => ctx.db.insertInto('mapping').values(row).returningAll().executeTakeFirstOrThrow()
export const insertFile = (ctx: Ctx, { subdistrict, id: mapping, area }: MappingRow, content: Buffer) => ctx.db.insertInto('mapping_file').values({ subdistrict, mapping, area, content }).execute()
export const readFile = async (ctx: Ctx, { subdistrict, id }: MappingRow): Promise<Buffer | undefined> => (await ctx.db.selectFrom('mapping_file').select('content').where('subdistrict', '=', subdistrict).where('mapping', '=', id).executeTakeFirst())?.content
export const find = (ctx: Ctx, id: string): Promise<MappingRow | undefined> => ctx.db.selectFrom('mapping').selectAll().where('id', '=', id).executeTakeFirst()
export const lock = (ctx: Ctx, id: string): Promise<MappingRow | undefined> => ctx.db.selectFrom('mapping').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
export const update = (ctx: Ctx, { subdistrict, id }: Pick<MappingRow, 'subdistrict' | 'id'>, change: Updateable<Mapping>): Promise<MappingRow> =>
  ctx.db.updateTable('mapping').set({ ...change, changed_at: ctx.now }).where('subdistrict', '=', subdistrict).where('id', '=', id).returningAll().executeTakeFirstOrThrow()

export const list = (ctx: Ctx, subdistrict: number, after: (string | number)[] | undefined, limit: number): Promise<MappingRow[]> =>
  ctx.db.selectFrom('mapping').selectAll().where('subdistrict', '=', subdistrict).$if(after !== undefined, (one) => one.where(sql<boolean>`(created_at, id) < (${after?.[0]}::timestamptz, ${after?.[1]}::uuid)`)).orderBy('created_at', 'desc').orderBy('id', 'desc').limit(limit + 1).execute()
export const listAtWork = (ctx: Ctx): Promise<MappingRow[]> => ctx.db.selectFrom('mapping').selectAll().where('status', 'in', ['reading', 'committing', 'undoing']).orderBy('changed_at').limit(50).execute()

const ofRun = (ctx: Ctx, { subdistrict, id, run }: Run) => ctx.db.selectFrom('mapping_feature').where('subdistrict', '=', subdistrict).where('mapping', '=', id).where('run', '=', run)

export const insertFeatures = (ctx: Ctx, rows: Insertable<MappingFeature>[]) => ctx.db.insertInto('mapping_feature').values(rows).execute()
export const forgetRuns = (ctx: Ctx, { subdistrict, id, run }: Run) => sql`select mapping_forget(${subdistrict}, ${id}, ${run})`.execute(ctx.db)

export interface Chosen { outcome?: string, fault?: string, after: (string | number)[] | undefined, limit: number }
export const listFeatures = (ctx: Ctx, run: Run, { outcome, fault, after, limit }: Chosen): Promise<FeatureRow[]> =>
  ofRun(ctx, run).selectAll().$if(outcome !== undefined, (one) => one.where('outcome', '=', outcome!)).$if(fault !== undefined, (one) => one.where(sql<boolean>`faults @> ${JSON.stringify([{ code: fault }])}::jsonb`))
    .$if(after !== undefined, (one) => one.where(sql<boolean>`(no, part) > (${after?.[0]}, ${after?.[1]})`)).orderBy('no').orderBy('part').limit(limit + 1).execute()

/** Those that are still to be stored, in their order. */
export const listReady = (ctx: Ctx, run: Run, limit: number): Promise<FeatureRow[]> => ofRun(ctx, run).selectAll().where('outcome', 'in', ['fresh', 'changed']).where('result', 'is', null).orderBy('no').orderBy('part').limit(limit).execute()
/** Those that are still to be taken back, the last first. */
export const listDone = (ctx: Ctx, run: Run, limit: number): Promise<FeatureRow[]> => ofRun(ctx, run).selectAll().where('result', 'in', ['entered', 'changed']).orderBy('no', 'desc').orderBy('part', 'desc').limit(limit).execute()
export const markFeature = (ctx: Ctx, { subdistrict, mapping, run, no, part }: FeatureRow, change: Updateable<MappingFeature>) =>
  ctx.db.updateTable('mapping_feature').set(change).where('subdistrict', '=', subdistrict).where('mapping', '=', mapping).where('run', '=', run).where('no', '=', no).where('part', '=', part).execute()

export async function countFeatures(ctx: Ctx, run: Run): Promise<{ outcomes: Record<string, number>, results: Record<string, number> }> {
  const rows = await ofRun(ctx, run).select(({ fn }) => ['outcome', 'result', fn.countAll<number>().as('count')]).groupBy(['outcome', 'result']).execute()
  const by = (of: 'outcome' | 'result') => Object.fromEntries([...Map.groupBy(rows.filter((row) => row[of] !== null), (row) => row[of]!)].map(([key, all]) => [key, all.reduce((sum, { count }) => sum + count, 0)]))
  return { outcomes: by('outcome'), results: by('result') }
}

export const countFaults = async (ctx: Ctx, { subdistrict, id, run }: Run): Promise<{ code: string, warning: boolean, count: number }[]> => (await sql<{ code: string, warning: boolean, count: number }>`
  select fault ->> 'code' as code, (fault ->> 'isWarning')::boolean as warning, count(distinct no)::integer as count from mapping_feature, jsonb_array_elements(faults) as fault
  where subdistrict = ${subdistrict} and mapping = ${id} and run = ${run} group by 1, 2 order by 2, 3 desc, 1`.execute(ctx.db)).rows

/** Kinds of areas, and how many of them are drawn. */
export const countAreas = async (ctx: Ctx, office: string): Promise<{ kind: string, count: number, drawn: number }[]> => (await sql<{ kind: string, count: number, drawn: number }>`
  select kind, count(*)::integer as count, count(shape)::integer as drawn from area where path >= ${office} and path < ${office} || U&'\\FFFF' and (valid_until is null or valid_until > ${ctx.now}::date) group by 1`.execute(ctx.db)).rows
export const countPlan = async (ctx: Ctx, office: string): Promise<{ kind: string, count: number }[]> => (await sql<{ kind: string, count: number }>`
  select kind, count(*)::integer as count from plan where area >= ${office} and area < ${office} || U&'\\FFFF' and removed_at is null group by 1`.execute(ctx.db)).rows
/** By their names, those without one last. */
export const listPlan = (ctx: Ctx, office: string, kind: string | undefined, after: (string | number)[] | undefined, limit: number) =>
  ctx.db.selectFrom('plan').select(['area', 'id', 'kind', 'name', 'sort', 'code', 'width']).where('area', '>=', office).where(sql<boolean>`area < ${office} || U&'\\FFFF'`).where('removed_at', 'is', null).$if(kind !== undefined, (one) => one.where('kind', '=', kind!))
    .$if(after !== undefined, (one) => one.where(sql<boolean>`(name is null, coalesce(name, '') collate "C", area, id) > (${after?.[0]} = '', ${after?.[0]}, ${after?.[1]}, ${after?.[2]})`)).orderBy(sql`name is null`).orderBy(sql`coalesce(name, '') collate "C"`).orderBy('area').orderBy('id').limit(limit + 1).execute()
