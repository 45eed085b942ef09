import { sql, type RawBuilder } from 'kysely'
import type { RiskColour, RiskKind } from '@linli/contract'
import type { Db } from '../../kernel/db.ts'
import type { Measured, Part, Score } from './rules.ts'

interface Office { subdistrict: number, area: string }
export interface Stood { subject: string, score: number, colour: RiskColour }

/** What a factor's select says, from so much on. */
export const measure = async (db: Db, select: RawBuilder<unknown>, least: number): Promise<Measured[]> =>
  (await sql<Measured>`select subject, area, value, to_jsonb(records) as records, count from (${select}) as measured where value >= ${least}`.execute(db)).rows

export const subjectsOf = async (db: Db, selects: readonly RawBuilder<unknown>[]): Promise<string[]> =>
  selects.length === 0 ? [] : (await sql<{ subject: string }>`select distinct subject from (${sql.join(selects.map((one) => sql`(${one})`), sql` union all `)}) as touched where subject is not null`.execute(db)).rows.map(({ subject }) => subject)

const within = (subjects: readonly string[] | null) => (subjects === null ? sql`true` : sql`subject = any (${subjects}::text[])`)

export const standing = async (db: Db, subdistrict: number, kind: RiskKind, subjects: readonly string[] | null): Promise<Stood[]> =>
  (await sql<Stood>`select subject, score, colour from risk_score where subdistrict = ${subdistrict} and kind = ${kind} and ${within(subjects)}`.execute(db)).rows

interface Settling extends Office { kind: RiskKind, version: number, now: Date, day: string }

/** What is measured now stands; `since` is when it came to have its colour. */
export async function put(db: Db, { subdistrict, kind, version, now }: Settling, rows: readonly Score[]): Promise<void> {
  if (rows.length === 0) return
  await sql`insert into risk_score (subdistrict, kind, subject, area, score, colour, version, parts, since, changed_at)
    select ${subdistrict}, ${kind}, subject, area, score, colour, ${version}, parts, ${now}, ${now} from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as x (subject text, area text, score real, colour text, parts jsonb)
    on conflict (subdistrict, kind, subject) do update set area = excluded.area, score = excluded.score, colour = excluded.colour, version = excluded.version, parts = excluded.parts, changed_at = excluded.changed_at,
      since = case when risk_score.colour = excluded.colour then risk_score.since else excluded.since end
    where (risk_score.area, risk_score.score, risk_score.colour, risk_score.version, risk_score.parts) is distinct from (excluded.area, excluded.score, excluded.colour, excluded.version, excluded.parts)`.execute(db)
}

/** Of whom no rule says anything any more nothing is kept but that it was so. */
export const clear = (db: Db, { subdistrict, kind, version, now }: Settling, subjects: readonly string[]) => subjects.length === 0 ? Promise.resolve() : sql`update risk_score set score = 0, colour = 'green', parts = '[]', version = ${version}, changed_at = ${now},
  since = case when colour = 'green' then since else ${now} end where subdistrict = ${subdistrict} and kind = ${kind} and subject = any (${subjects}::text[])`.execute(db)

/** One row for a day on which the score changed, as it stood when the day ended. */
export const keepDay = (db: Db, { subdistrict, kind, day }: Settling, subjects: readonly string[]) => subjects.length === 0 ? Promise.resolve() : sql`insert into risk_day (subdistrict, kind, subject, day, area, score, colour, version)
  select subdistrict, kind, subject, ${day}::date, area, score, colour, version from risk_score where subdistrict = ${subdistrict} and kind = ${kind} and subject = any (${subjects}::text[])
  on conflict (subdistrict, kind, subject, day) do update set area = excluded.area, score = excluded.score, colour = excluded.colour, version = excluded.version`.execute(db)

/** Of an office and a kind anew: a few thousand rows at most, and only when something changed. */
export async function recount(db: Db, { subdistrict, kind }: Pick<Settling, 'subdistrict' | 'kind'>): Promise<void> {
  await sql`update risk_count set subjects = 0 where subdistrict = ${subdistrict} and kind = ${kind} and subjects <> 0`.execute(db)
  await sql`insert into risk_count (subdistrict, area, kind, colour, subjects) select subdistrict, coalesce(substring(area from '^(?:/[^/]+){6}/'), area), kind, colour, count(*)::integer from risk_score
    where subdistrict = ${subdistrict} and kind = ${kind} and colour <> 'green' group by 1, 2, 3, 4 on conflict (subdistrict, area, kind, colour) do update set subjects = excluded.subjects`.execute(db)
}

export const markOf = (db: Db, subdistrict: number) => db.selectFrom('risk_mark').selectAll().where('subdistrict', '=', subdistrict).executeTakeFirst()
export const setMark = (db: Db, row: { subdistrict: number, area: string, until: Date, measured_at: Date, version: number }) =>
  db.insertInto('risk_mark').values(row).onConflict((conflict) => conflict.column('subdistrict').doUpdateSet({ until: row.until, measured_at: row.measured_at, version: row.version })).execute()

export interface Candidate { subject: string, area: string, score: number, colour: RiskColour, parts: Part[], open: string | null, openColour: RiskColour | null, closedColour: RiskColour | null }

/** Whose colour somebody may have to look at, with the warning that waits and the one that was closed since. */
export const candidates = async (db: Db, subdistrict: number, kind: RiskKind, { colours, since, subjects }: { colours: readonly string[], since: Date, subjects: readonly string[] | null }): Promise<Candidate[]> =>
  (await sql<Candidate>`select s.subject, s.area, s.score, s.colour, s.parts, o.id as open, o.colour as "openColour", c.colour as "closedColour" from risk_score s
    left join risk_warning o on o.subdistrict = s.subdistrict and o.kind = s.kind and o.subject = s.subject and o.state = 'open'
    left join lateral (select colour from risk_warning w where w.subdistrict = s.subdistrict and w.kind = s.kind and w.subject = s.subject and w.closed_at > ${since} order by w.closed_at desc limit 1) as c on true
    where s.subdistrict = ${subdistrict} and s.kind = ${kind} and s.colour = any (${colours}::text[]) and ${subjects === null ? sql`true` : sql`s.subject = any (${subjects}::text[])`} order by s.subject`.execute(db)).rows

/** Who has moved is seen to where they are now. */
export const followHome = (db: Db, subdistrict: number, kind: RiskKind) => sql`update risk_warning w set area = s.area from risk_score s where w.subdistrict = ${subdistrict} and w.kind = ${kind} and w.state = 'open' and s.subdistrict = w.subdistrict and s.kind = w.kind and s.subject = w.subject and s.area <> w.area`.execute(db)

/** How it stands thirty days after it was disposed of. */
export const readEffects = (db: Db, subdistrict: number, now: Date) => sql`update risk_warning w set effect_score = coalesce(s.score, 0), effect_colour = coalesce(s.colour, 'green') from (select id from risk_warning where subdistrict = ${subdistrict} and state = 'disposed' and effect_colour is null and effect_on <= ${now}) as due
  left join risk_warning d on d.subdistrict = ${subdistrict} and d.id = due.id left join risk_score s on s.subdistrict = d.subdistrict and s.kind = d.kind and s.subject = d.subject where w.subdistrict = ${subdistrict} and w.id = due.id`.execute(db)
