import { sql } from 'kysely'
import type { RiskColour, RiskKind } from '@linli/contract'
import type { Ctx } from '../../kernel/ctx.ts'
import type { Part } from './rules.ts'

export interface ScoreRow { subdistrict: number, kind: RiskKind, subject: string, area: string, score: number, colour: RiskColour, version: number, parts: Part[], since: Date, warning: string | null }
export interface Wanted { subdistrict: number, area: string, kind: RiskKind, colours: readonly string[] | undefined, rule: string | undefined }

const columns = sql`s.subdistrict, s.kind, s.subject, s.area, s.score, s.colour, s.version, s.parts, s.since, (select id from risk_warning w where w.subdistrict = s.subdistrict and w.kind = s.kind and w.subject = s.subject and w.state = 'open') as warning`

/** The highest score first. */
export const list = async (ctx: Ctx, { subdistrict, area, kind, colours, rule }: Wanted, after: (string | number)[] | undefined, limit: number): Promise<ScoreRow[]> =>
  (await sql<ScoreRow>`select ${columns} from risk_score s where s.kind = ${kind} and s.colour <> 'green' and s.area >= ${area} and s.area < ${area} || U&'\\FFFF' ${subdistrict > 0 ? sql`and s.subdistrict = ${subdistrict}` : sql``}
    ${colours && colours.length > 0 ? sql`and s.colour = any (${colours}::text[])` : sql``} ${rule ? sql`and s.parts @> ${JSON.stringify([{ rule }])}::jsonb` : sql``} ${after ? sql`and (s.score < ${after[0]}::real or (s.score = ${after[0]}::real and s.subject > ${after[1]}::text))` : sql``}
    order by s.score desc, s.subject limit ${limit}`.execute(ctx.db)).rows

export const find = async (ctx: Ctx, kind: RiskKind, subject: string): Promise<ScoreRow | undefined> => (await sql<ScoreRow>`select ${columns} from risk_score s where s.kind = ${kind} and s.subject = ${subject} limit 1`.execute(ctx.db)).rows[0]

export const listDays = (ctx: Ctx, subdistrict: number, kind: RiskKind, subject: string, since: string) => ctx.db.selectFrom('risk_day').select(['day', 'score', 'colour']).where('subdistrict', '=', subdistrict).where('kind', '=', kind).where('subject', '=', subject)
  .where('day', '>=', since).orderBy('day', 'desc').limit(400).execute()

export interface CountRow { area: string, kind: RiskKind, colour: RiskColour, subjects: number }
/** As many rows as there are grids, kinds and colours. */
export const counts = async (ctx: Ctx, subdistrict: number, area: string): Promise<CountRow[]> => (await sql<CountRow>`select area, kind, colour, subjects from risk_count where subjects > 0 and area >= ${area} and area < ${area} || U&'\\FFFF' ${subdistrict > 0 ? sql`and subdistrict = ${subdistrict}` : sql``}`.execute(ctx.db)).rows

export const marks = (ctx: Ctx, subdistrict: number) => ctx.db.selectFrom('risk_mark').select(['until', 'version']).$if(subdistrict > 0, (query) => query.where('subdistrict', '=', subdistrict)).orderBy('until').limit(1).executeTakeFirst()

export interface SubjectRow { subject: string, subdistrict: number, area: string, name: string }

const named = {
  housing: (ids: readonly string[]) => sql`select id::text as subject, subdistrict, area, address as name from housing where id = any (${ids}::uuid[])`,
  enterprise: (ids: readonly string[]) => sql`select id::text as subject, subdistrict, area, name from enterprise where id = any (${ids}::uuid[])`,
  thing: (ids: readonly string[]) => sql`select id::text as subject, subdistrict, area, name from thing where id = any (${ids}::uuid[])`,
  person: (ids: readonly string[]) => sql`select id::text as subject, subdistrict, area, name from person where id = any (${ids}::uuid[]) and standing = 'present' and groups <> '{}'`,
  household: (ids: readonly string[]) => sql`select d.id::text as subject, d.subdistrict, d.area, coalesce(d.address, h.address, '') as name from household d left join housing h on h.subdistrict = d.subdistrict and h.id = d.housing where d.id = any (${ids}::uuid[])
    and exists (select from residency r join person p on p.subdistrict = r.subdistrict and p.id = r.person where r.subdistrict = d.subdistrict and r.household = d.id and r.until is null and p.standing = 'present' and p.groups <> '{}')`,
} as const
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** What records are called, as far as who asks may see them; of buildings and grids the areas say it. */
export async function subjects(ctx: Ctx, kind: Exclude<RiskKind, 'building' | 'grid'>, ids: readonly string[]): Promise<SubjectRow[]> {
  const wanted = ids.filter((id) => uuid.test(id))
  return wanted.length === 0 ? [] : (await sql<SubjectRow>`${named[kind](wanted)}`.execute(ctx.db)).rows
}
export const isKindOfArea = async (ctx: Ctx, kind: 'building' | 'grid', path: string): Promise<boolean> => (await ctx.db.selectFrom('area').select('path').where('path', '=', path).where('kind', '=', kind).limit(1).executeTakeFirst()) !== undefined

/** May who asks know how much care somebody needs: the database says. */
export const mayCare = async (ctx: Ctx, kind: RiskKind, subdistrict: number, subject: string): Promise<boolean> => (await sql<{ may: boolean }>`select may_care(${subdistrict}, ${kind}, ${subject}) as may`.execute(ctx.db)).rows[0]!.may
