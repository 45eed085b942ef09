import { sql } from 'kysely'
import type { Ctx } from '../../kernel/ctx.ts'
import { kept } from '../../kernel/db.ts'
import type { CardRow } from './rules.ts'

/** Where and when somebody asks; the community is null where only the sub-district is asked. */
export interface Asking { subdistrict: number, office: string, community: string | null, today: string }

const isTold = (row: string, { today }: Asking) => sql`${sql.ref(`${row}.status`)} = 'published' and coalesce(${sql.ref(`${row}.valid_from`)} <= ${today}::date, true) and coalesce(${sql.ref(`${row}.valid_to`)} >= ${today}::date, true)`

/** Is what the community tells today, or how it is found, another than what the sub-district does, and with which version of the whole? */
export interface Standing { version: number, isOwn: boolean }
const standingOf = (asking: Asking) => sql`coalesce((select version from knowledge_base where subdistrict = ${asking.subdistrict}), 0) as version,
  exists (select from knowledge_revision own where own.subdistrict = ${asking.subdistrict} and own.area = ${asking.community} and ${isTold('own', asking)})
  or exists (select from knowledge_matching m where m.subdistrict = ${asking.subdistrict} and m.area = ${asking.community}) as "isOwn"`

export const standing = async (ctx: Ctx, asking: Asking): Promise<Standing> => (await sql<Standing>`select ${standingOf(asking)}`.execute(ctx.db)).rows[0]!

/** Of the sub-district what the community does not say otherwise, and the community's own. */
const told = (asking: Asking) => sql`from knowledge_revision r where r.subdistrict = ${asking.subdistrict} and r.area = any (${[asking.office, ...(asking.community === null ? [] : [asking.community])]}) and not r.is_not_for_us and ${isTold('r', asking)}
  and not exists (select from knowledge_revision own where own.subdistrict = r.subdistrict and own.area = ${asking.community} and own.replaces = r.knowledge and ${isTold('own', asking)})`

export interface MatchRow { id: string, question: string, similar: string[], answer: string }

/** Everything that is told there today, as the matcher reads it. */
export const listTold = async (ctx: Ctx, asking: Asking): Promise<MatchRow[]> =>
  (await sql<MatchRow>`select r.knowledge as id, r.question, r.alike as similar, concat_ws('。', r.answer_short, r.answer_long, array_to_string(r.steps, '。'), array_to_string(r.materials, '。'), r.audience) as answer ${told(asking)} order by r.knowledge`.execute(ctx.db)).rows

export type ToldRow = CardRow & { knowledge: string, no: number }
const card = sql`r.knowledge, r.no, r.question, r.answer_short, r.answer_long, r.steps, r.materials, r.entrances, r.phone, r.audience, r.source_title, r.source_on, r.valid_from, r.valid_to, r.is_unchecked`

/** Of some entries those that are told there today, as they read now; and how the whole stands by the same look. */
export async function lookAt(ctx: Ctx, asking: Asking, ids: readonly string[]): Promise<{ now: Standing, rows: ToldRow[] }> {
  const { rows } = await sql<Standing & ToldRow>`select whole.version, whole."isOwn", one.* from (select ${standingOf(asking)}) as whole
    left join lateral (select ${card} ${told(asking)} and r.knowledge = any (${ids}::uuid[])) as one on true ${kept}`.execute(ctx.db)
  return { now: rows[0]!, rows: rows.filter(({ knowledge }) => knowledge !== null) }
}

/** Of some entries those that are told today anywhere. */
export const listByIds = async (ctx: Ctx, ids: readonly string[], today: string): Promise<ToldRow[]> =>
  ids.length === 0 ? [] : (await sql<ToldRow>`select ${card} from knowledge_revision r where r.knowledge = any (${ids}::uuid[]) and not r.is_not_for_us and ${isTold('r', { today } as Asking)}`.execute(ctx.db)).rows
