import { sql } from 'kysely'
import type { Ctx } from '../../kernel/ctx.ts'
import type { Desk, Shift } from './rules.ts'

interface Days { first: string, last: string }

/** The desks in the order of `areas`, with who is in the roster on these days. */
export async function listDesks(ctx: Ctx, subdistrict: number, areas: string[], { first, last }: Days): Promise<Desk[]> {
  const { rows } = await sql<Desk>`select area, shifts, turns from duty_desks(${subdistrict}, ${areas}, ${first}::date, ${last}::date, ${ctx.now})`.execute(ctx.db)
  return areas.flatMap((area) => rows.find((row) => row.area === area) ?? [])
}

/** Who answers residents at exactly this desk. */
export const listWorkers = (ctx: Ctx, area: string, { person, most }: { person?: string, most: number }): Promise<{ id: string, name: string }[]> =>
  ctx.db.selectFrom('account').select(['account.id', 'account.name'])
    .$if(person !== undefined, (query) => query.where('account.id', '=', person!))
    .where('account.id', 'in', sql<string>`(select post.account from post where post.area = ${area})`)
    .where(sql<boolean>`answers_at(account.id, ${area}, ${ctx.now})`)
    .orderBy('account.name').orderBy('account.id').limit(most).execute()

export interface Place { subdistrict: number, area: string }
interface Cell { day: string, shift: string }

/** Whether the person was not on duty then. */
export async function putOn(ctx: Ctx, { subdistrict, area }: Place, { day, shift }: Cell, people: string[]): Promise<boolean> {
  const put = await ctx.db.insertInto('duty').values({ subdistrict, area, day, shift, people })
    .onConflict((conflict) => conflict.columns(['subdistrict', 'area', 'day', 'shift']).doUpdateSet({ people: sql`duty.people || excluded.people` }).where(sql<boolean>`not duty.people && excluded.people`)).executeTakeFirst()
  return put.numInsertedOrUpdatedRows === 1n
}

export async function takeOff(ctx: Ctx, { subdistrict, area }: Place, { day, shift }: Cell, person: string): Promise<boolean> {
  const taken = await ctx.db.updateTable('duty').set({ people: sql`array_remove(people, ${person}::uuid)` }).where('subdistrict', '=', subdistrict).where('area', '=', area).where('day', '=', day).where('shift', '=', shift)
    .where(sql<boolean>`${person}::uuid = any (people)`).executeTakeFirst()
  return taken.numUpdatedRows === 1n
}

/** Whether the shift was empty. */
export async function fill(ctx: Ctx, { subdistrict, area }: Place, { day, shift }: Cell, people: string[]): Promise<boolean> {
  const put = await ctx.db.insertInto('duty').values({ subdistrict, area, day, shift, people })
    .onConflict((conflict) => conflict.columns(['subdistrict', 'area', 'day', 'shift']).doUpdateSet({ people }).where('duty.people', '=', sql<string[]>`'{}'`)).executeTakeFirst()
  return put.numInsertedOrUpdatedRows === 1n
}

export const putHours = (ctx: Ctx, { subdistrict, area }: Place, shifts: Shift[] | null) => {
  const row = { subdistrict, area, shifts: shifts && JSON.stringify(shifts) }
  return ctx.db.insertInto('duty_hours').values(row).onConflict((conflict) => conflict.columns(['subdistrict', 'area']).doUpdateSet({ shifts: row.shifts })).execute()
}
