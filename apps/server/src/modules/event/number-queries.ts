import { sql } from 'kysely'
import type { Ctx } from '../../kernel/ctx.ts'

export interface Key { subdistrict: number, id: string }
export interface Unindexed extends Key { reporter_phone: Buffer }

/** Events whose reporter left a number that no index finds; in the order of the index that was made for this, see the migration. */
export const listUnindexed = async (ctx: Ctx, after: Key | undefined, most: number): Promise<Unindexed[]> =>
  (await sql<Unindexed>`select subdistrict, id, reporter_phone from event where reporter_phone is not null and reporter_index is null and privacy <> 'anonymous'
    ${after ? sql`and (subdistrict, id) > (${after.subdistrict}, ${after.id}::uuid)` : sql``} order by subdistrict, id limit ${most}`.execute(ctx.db)).rows

/** Where the number is still the one that was read. @returns how many. */
export async function putIndexes(ctx: Ctx, subdistrict: number, rows: readonly { id: string, sealed: Buffer, index: Buffer }[]): Promise<number> {
  const [ids, sealed, indexes] = [rows.map(({ id }) => id), rows.map((row) => row.sealed), rows.map(({ index }) => index)]
  const { numAffectedRows = 0n } = await sql`update event set reporter_index = one.index from unnest(${ids}::uuid[], ${sealed}::bytea[], ${indexes}::bytea[]) as one (id, sealed, index)
    where event.subdistrict = ${subdistrict} and event.id = one.id and event.reporter_index is null and event.reporter_phone = one.sealed`.execute(ctx.db)
  return Number(numAffectedRows)
}
