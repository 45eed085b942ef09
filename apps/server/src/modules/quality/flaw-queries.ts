import type { FlawKind } from '@linli/contract'
import { sql } from 'kysely'
import type { Db } from '../../kernel/db.ts'

export interface Known { kind: FlawKind, subject: string, community: string, area: string, elsewhere: string | null }
export interface Counted { area: string, kind: string, by: number }

/** The open flaws of these records, held so that two who look at the same one count it once. */
export const openOf = async (db: Db, subdistrict: number, subjects: readonly string[]): Promise<Known[]> =>
  (await db.selectFrom('flaw').select(['kind', 'subject', 'community', 'area', 'elsewhere']).where('subdistrict', '=', subdistrict).where(sql<boolean>`subject = any (${subjects}::uuid[])`).where('is_open', '=', true).orderBy('kind').orderBy('subject').orderBy('community').forUpdate().execute()) as Known[]

export async function open(db: Db, subdistrict: number, flaws: readonly Known[], now: Date): Promise<void> {
  if (flaws.length === 0) return
  await db.insertInto('flaw').values(flaws.map((flaw) => ({ ...flaw, subdistrict, is_open: true, since: now })))
    .onConflict((conflict) => conflict.columns(['subdistrict', 'kind', 'subject', 'community']).doUpdateSet((is) => ({ area: is.ref('excluded.area'), elsewhere: is.ref('excluded.elsewhere'), is_open: true, since: sql<Date>`case when flaw.is_open then flaw.since else excluded.since end` }))).execute()
}

export const close = (db: Db, subdistrict: number, flaws: readonly Known[]) => setOpen(db, subdistrict, flaws, false)
/** They stand since when they were found first. */
export const reopen = (db: Db, subdistrict: number, flaws: readonly Known[]) => setOpen(db, subdistrict, flaws, true)

const setOpen = (db: Db, subdistrict: number, flaws: readonly Known[], isOpen: boolean) => flaws.length === 0 ? Promise.resolve() : sql`update flaw set is_open = ${isOpen} where subdistrict = ${subdistrict}
  and (kind, subject, community) in (select * from unnest(${flaws.map(({ kind }) => kind)}::text[], ${flaws.map(({ subject }) => subject)}::uuid[], ${flaws.map(({ community }) => community)}::text[]))`.execute(db)

/** In one order, so that two who count the same grids wait for each other. */
export async function count(db: Db, subdistrict: number, counted: readonly Counted[]): Promise<void> {
  const rows = counted.filter(({ by }) => by !== 0).toSorted((a, b) => (`${a.kind} ${a.area}` < `${b.kind} ${b.area}` ? -1 : 1))
  if (rows.length === 0) return
  await db.insertInto('flaw_count').values(rows.map(({ by, ...row }) => ({ ...row, subdistrict, open: by }))).onConflict((conflict) => conflict.columns(['subdistrict', 'kind', 'area']).doUpdateSet({ open: sql<number>`flaw_count.open + excluded.open` })).execute()
}

export const markOf = (db: Db, subdistrict: number) => db.selectFrom('flaw_mark').selectAll().where('subdistrict', '=', subdistrict).executeTakeFirst()
export const setMark = (db: Db, row: { subdistrict: number, area: string, people: Date, housing: Date, day: string }) =>
  db.insertInto('flaw_mark').values(row).onConflict((conflict) => conflict.column('subdistrict').doUpdateSet({ people: row.people, housing: row.housing, day: row.day })).execute()
export const listSubdistricts = async (db: Db): Promise<string[]> => (await db.selectFrom('area').select('path').where('kind', '=', 'subdistrict').execute()).map(({ path }) => path)
