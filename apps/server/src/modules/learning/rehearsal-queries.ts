import { sql, type Insertable, type Selectable, type Updateable } from 'kysely'
import type { Ctx } from '../../kernel/ctx.ts'
import type { Db } from '../../kernel/db.ts'
import type { Rehearsal } from '../../kernel/schema.gen.ts'

export type RehearsalRow = Selectable<Rehearsal>
export const itemsOf = (row: Pick<RehearsalRow, 'items'>): { entry: string, no: number }[] => row.items as { entry: string, no: number }[]

export const insert = (ctx: Ctx, row: Insertable<Rehearsal>) => ctx.db.insertInto('rehearsal').values(row).execute()
export const find = (ctx: Ctx, id: string): Promise<RehearsalRow | undefined> => ctx.db.selectFrom('rehearsal').selectAll().where('id', '=', id).executeTakeFirst()
export const findLast = (ctx: Ctx, knowledge: string, no: number): Promise<RehearsalRow | undefined> =>
  ctx.db.selectFrom('rehearsal').selectAll().where(sql<boolean>`items @> ${JSON.stringify([{ entry: knowledge, no }])}::jsonb`).orderBy('at', 'desc').limit(1).executeTakeFirst()
export const update = (db: Db, { subdistrict, id }: Pick<RehearsalRow, 'subdistrict' | 'id'>, change: Updateable<Rehearsal>) => db.updateTable('rehearsal').set(change).where('subdistrict', '=', subdistrict).where('id', '=', id).execute()

/** Questions of the last months whose answer was judged, each with the entry that was right; the newest first. */
export const listJudged = async (ctx: Ctx, { subdistrict, area, since, limit }: { subdistrict: number, area: string, since: Date, limit: number }): Promise<{ text: string, wanted: string }[]> =>
  (await sql<{ text: string, wanted: string }>`select q.text, m.entry as wanted from turn m
    join lateral (select text from turn q where q.subdistrict = m.subdistrict and q.talk = m.talk and q.no < m.no and q.by = 'resident' order by q.no desc limit 1) q on true
    where m.subdistrict = ${subdistrict} and m.area >= ${area} and m.area < ${area} || U&'\\FFFF' and m.at >= ${since} and m.by = 'machine' and m.is_helpful and m.entry is not null order by m.at desc limit ${limit}`.execute(ctx.db)).rows
