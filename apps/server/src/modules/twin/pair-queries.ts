import type { TwinReason } from '@linli/contract'
import { sql } from 'kysely'
import type { Db } from '../../kernel/db.ts'

export interface Found { id: string, area: string, one: string, other: string, reasons: TwinReason[], score: number }

/** New pairs wait; of those that are known what they share is told anew, and what was decided stands. */
export async function keep(db: Db, { subdistrict, now }: { subdistrict: number, now: Date }, found: readonly Found[], decided: { status: string, name: string } | null = null): Promise<void> {
  if (found.length === 0) return
  await db.insertInto('twin').values(found.map((pair) => ({ ...pair, subdistrict, found_at: now, status: decided?.status ?? 'open', decided_by_name: decided?.name ?? null, decided_at: decided && now })))
    .onConflict((conflict) => conflict.columns(['subdistrict', 'one', 'other']).doUpdateSet((is) => ({
      area: is.ref('excluded.area'), reasons: is.ref('excluded.reasons'), score: is.ref('excluded.score'),
      ...(decided ? { status: decided.status, decided_by_name: decided.name, decided_at: now } : { status: sql<string>`case twin.status when 'gone' then 'open' else twin.status end` }),
    }))).execute()
}

/** Open pairs of these people that were not found again. */
export const forget = (db: Db, subdistrict: number, people: readonly string[], found: readonly Found[]) =>
  sql`update twin set status = 'gone' where subdistrict = ${subdistrict} and status = 'open' and (one = any (${people}::uuid[]) or other = any (${people}::uuid[]))
    and (one, other) not in (select * from unnest(${found.map(({ one }) => one)}::uuid[], ${found.map(({ other }) => other)}::uuid[]))`.execute(db)

/** Of pairs across communities each side for its own community. */
export const tellSides = (db: Db, { subdistrict, now }: { subdistrict: number, now: Date }, people: readonly string[]) => sql`
  insert into twin_side (subdistrict, twin, person, area, elsewhere, reasons, score, is_open, found_at, changed_at)
  select t.subdistrict, t.id, p.id, p.area, substring(q.area from '^(?:/[^/]+){5}/'), t.reasons, t.score, t.status = 'open' and p.standing = 'present' and q.standing = 'present' and is_across, t.found_at, ${now}::timestamptz
  from twin t cross join lateral (values (t.one, t.other), (t.other, t.one)) as side (mine, theirs)
  join person p on p.subdistrict = t.subdistrict and p.id = mine join person q on q.subdistrict = t.subdistrict and q.id = theirs
  cross join lateral (select substring(p.area from '^(?:/[^/]+){5}/') <> substring(q.area from '^(?:/[^/]+){5}/') as is_across) as across
  where t.subdistrict = ${subdistrict} and (t.one = any (${people}::uuid[]) or t.other = any (${people}::uuid[]))
    and (is_across or exists (select from twin_side s where s.subdistrict = t.subdistrict and s.twin = t.id))
  on conflict (subdistrict, twin, person) do update set area = excluded.area, elsewhere = excluded.elsewhere, reasons = excluded.reasons, score = excluded.score, is_open = excluded.is_open,
    changed_at = case when (twin_side.is_open, twin_side.area, twin_side.elsewhere) is distinct from (excluded.is_open, excluded.area, excluded.elsewhere) then excluded.changed_at else twin_side.changed_at end`.execute(db)

/** Pairs of somebody whose record is no longer one of its own. */
export const closeOf = (db: Db, subdistrict: number, person: string) => db.updateTable('twin').set({ status: 'gone' }).where('subdistrict', '=', subdistrict).where('status', '=', 'open')
  .where((is) => is.or([is('one', '=', person), is('other', '=', person)])).execute()
