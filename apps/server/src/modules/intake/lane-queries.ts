import type { IntakeResult } from '@linli/contract'
import { sql, type Insertable, type Selectable } from 'kysely'
import type { Ctx } from '../../kernel/ctx.ts'
import type { IntakeLane } from '../../kernel/schema.gen.ts'
import type { BatchRow } from './queries.ts'

export type Lane = Selectable<IntakeLane>
export type Results = Partial<Record<IntakeResult, number>>
type Run = Pick<BatchRow, 'subdistrict' | 'id' | 'run'>

const ofRun = (ctx: Ctx, { subdistrict, id, run }: Run) => ctx.db.selectFrom('intake_lane').selectAll().where('subdistrict', '=', subdistrict).where('batch', '=', id).where('run', '=', run)

export const open = (ctx: Ctx, lanes: Insertable<IntakeLane>[]) => ctx.db.insertInto('intake_lane').values(lanes).execute()
export const list = (ctx: Ctx, run: Run): Promise<Lane[]> => ofRun(ctx, run).orderBy('lane').execute()
export const lock = (ctx: Ctx, run: Run, lane: number): Promise<Lane | undefined> => ofRun(ctx, run).where('lane', '=', lane).forUpdate().executeTakeFirst()
/** How far it has come, and what became of its rows so far: nobody counts a hundred thousand of them again. */
export const goOn = (ctx: Ctx, { subdistrict, batch, run, lane }: Lane, { to, results }: { to: number, results: Results }) =>
  ctx.db.updateTable('intake_lane').set({ stored_to: to, results: JSON.stringify(results) }).where('subdistrict', '=', subdistrict).where('batch', '=', batch).where('run', '=', run).where('lane', '=', lane).execute()

/** How many rows of these batches their lanes have come through. */
export async function countStored(ctx: Ctx, batches: readonly Pick<BatchRow, 'id' | 'subdistrict'>[]): Promise<Map<string, number>> {
  if (batches.length === 0) return new Map()
  const { rows } = await sql<{ batch: string, stored: number }>`select l.batch, sum(l.stored_to - l.after_no)::integer as stored from intake_lane l join intake_batch b on b.subdistrict = l.subdistrict and b.id = l.batch and b.run = l.run
    where l.subdistrict = any (${[...new Set(batches.map(({ subdistrict }) => subdistrict))]}) and l.batch = any (${batches.map(({ id }) => id)}::uuid[]) group by 1`.execute(ctx.db)
  return new Map(rows.map(({ batch, stored }) => [batch, stored]))
}
