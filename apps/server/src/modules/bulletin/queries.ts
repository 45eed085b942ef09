import { sql, type Insertable, type Selectable, type Updateable } from 'kysely'
import type { BulletinStatus, Permission } from '@linli/contract'
import type { Ctx } from '../../kernel/ctx.ts'
import type { Bulletin, BulletinIssue } from '../../kernel/schema.gen.ts'

export type BulletinRow = Selectable<Bulletin>
export type IssueRow = Selectable<BulletinIssue>

export const list = (ctx: Ctx, { areas, isAll }: { areas: readonly string[], isAll: boolean }): Promise<BulletinRow[]> => ctx.db.selectFrom('bulletin').selectAll().where(within(areas))
  .$if(!isAll, (query) => query.where('is_ended', '=', false)).orderBy('area').orderBy('name').limit(500).execute()
export const find = (ctx: Ctx, id: string): Promise<BulletinRow | undefined> => ctx.db.selectFrom('bulletin').selectAll().where('id', '=', id).executeTakeFirst()
export const lock = (ctx: Ctx, id: string): Promise<BulletinRow | undefined> => ctx.db.selectFrom('bulletin').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
export const isNamed = async (ctx: Ctx, { subdistrict, area, name, but }: { subdistrict: number, area: string, name: string, but: string | undefined }): Promise<boolean> =>
  await ctx.db.selectFrom('bulletin').select('id').where('subdistrict', '=', subdistrict).where('area', '=', area).where('name', '=', name).$if(but !== undefined, (query) => query.where('id', '!=', but!)).executeTakeFirst() !== undefined
export const insert = (ctx: Ctx, row: Insertable<Bulletin>): Promise<BulletinRow> => ctx.db.insertInto('bulletin').values(row).returningAll().executeTakeFirstOrThrow()
export const update = (ctx: Ctx, { subdistrict, id }: BulletinRow, change: Updateable<Bulletin>): Promise<BulletinRow> => ctx.db.updateTable('bulletin').set(change).where('subdistrict', '=', subdistrict).where('id', '=', id).returningAll().executeTakeFirstOrThrow()
/** Those that come round, of all sub-districts. */
export const listRhythmic = (ctx: Ctx): Promise<BulletinRow[]> => ctx.db.selectFrom('bulletin').selectAll().where('is_ended', '=', false).where('rhythm', '!=', 'once').orderBy('subdistrict').orderBy('id').execute()

const within = (areas: readonly string[]) => sql<boolean>`exists (select from unnest(${areas}::text[]) as mine where area ^@ mine)`

const head = ['subdistrict', 'id', 'bulletin', 'area', 'name', 'rhythm', 'period_from', 'period_until', 'status', 'year', 'no', 'made_name', 'made_at', 'signed_name', 'signed_at'] as const
const headOf = (ctx: Ctx) => ctx.db.selectFrom('bulletin_issue').select(head)
  .select([sql<string>`content ->> 'mark'`.as('mark'), sql<string>`content ->> 'areaName'`.as('area_name'), sql<boolean>`exists (select from bulletin_issue newer where newer.subdistrict = bulletin_issue.subdistrict and newer.replaces = bulletin_issue.id and newer.status = 'signed')`.as('is_replaced')])
export type IssueHead = Awaited<ReturnType<ReturnType<typeof headOf>['executeTakeFirstOrThrow']>>

/** Where somebody may do what, in areas. */
export interface Mine { readers: readonly string[], makers: readonly string[], reviewers: readonly string[], signers: readonly string[] }
const atWork = ({ makers, reviewers, signers }: Mine) => within([...makers, ...reviewers, ...signers])
/** What somebody can do next; of their own only where nobody else could. */
function waiting({ actor }: Ctx, { makers, reviewers, signers }: Mine) {
  const others = (permission: Permission) => sql<boolean>`((made_by is distinct from ${actor.id} and submitted_by is distinct from ${actor.id}) or not bulletin_others(${permission}, area, array_remove(array[made_by, submitted_by], null)))`
  return sql<boolean>`((status in ('draft', 'returned') and ${within(makers)}) or (status = 'review' and ${within(reviewers)} and ${others('bulletin.review')}) or (status = 'approved' and ${within(signers)} and ${others('bulletin.sign')}))`
}

interface Choice { bulletin?: string | undefined, status?: BulletinStatus | undefined, isWaiting?: boolean | undefined, after: (string | number)[] | undefined, limit: number }
/** The newest period first; what is not signed only to those who work on it. */
export const listIssues = (ctx: Ctx, mine: Mine, { bulletin, status, isWaiting, after, limit }: Choice): Promise<IssueHead[]> => headOf(ctx)
  .where(within(mine.readers)).where((where) => where.or([where('status', '=', 'signed'), atWork(mine)]))
  .$if(bulletin !== undefined, (query) => query.where('bulletin', '=', bulletin!)).$if(status !== undefined, (query) => query.where('status', '=', status!)).$if(isWaiting === true, (query) => query.where(waiting(ctx, mine)))
  .$if(after !== undefined, (query) => query.where(sql<boolean>`(period_until, id) < (${after?.[0]}::date, ${after?.[1]}::uuid)`)).orderBy('period_until', 'desc').orderBy('id', 'desc').limit(limit).execute()
export const findHead = (ctx: Ctx, id: string): Promise<IssueHead | undefined> => headOf(ctx).where('id', '=', id).executeTakeFirst()
export const findByDigest = (ctx: Ctx, digest: string): Promise<IssueRow | undefined> => ctx.db.selectFrom('bulletin_issue').selectAll().where('digest', 'like', `${digest}%`).limit(1).executeTakeFirst()
export const findIssue = (ctx: Ctx, id: string): Promise<IssueRow | undefined> => ctx.db.selectFrom('bulletin_issue').selectAll().where('id', '=', id).executeTakeFirst()
/** Nothing where it is signed or dropped: that is nobody's to change. */
export const lockIssue = (ctx: Ctx, id: string): Promise<IssueRow | undefined> => ctx.db.selectFrom('bulletin_issue').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
export const insertIssue = (ctx: Ctx, row: Insertable<BulletinIssue>): Promise<IssueRow> => ctx.db.insertInto('bulletin_issue').values(row).returningAll().executeTakeFirstOrThrow()
export const updateIssue = (ctx: Ctx, { subdistrict, id }: IssueRow, change: Updateable<BulletinIssue>): Promise<IssueRow> => ctx.db.updateTable('bulletin_issue').set(change).where('subdistrict', '=', subdistrict).where('id', '=', id).returningAll().executeTakeFirstOrThrow()

/** Whether a period was made, whatever became of it; `isStanding`: and was not dropped. */
export const isMade = async (ctx: Ctx, { subdistrict, id }: Pick<BulletinRow, 'subdistrict' | 'id'>, { from, until }: { from: string, until: string }, { isStanding = false } = {}): Promise<boolean> =>
  await ctx.db.selectFrom('bulletin_issue').select('id').where('subdistrict', '=', subdistrict).where('bulletin', '=', id).where('period_from', '=', from).where('period_until', '=', until).$if(isStanding, (query) => query.where('status', '!=', 'dropped').where('replaces', 'is', null)).executeTakeFirst() !== undefined
/** What corrects an issue, or would. */
export const findCorrection = (ctx: Ctx, { subdistrict, id }: Pick<IssueRow, 'subdistrict' | 'id'>): Promise<IssueHead | undefined> => headOf(ctx).where('subdistrict', '=', subdistrict).where('replaces', '=', id).where('status', '!=', 'dropped').executeTakeFirst()
/** Asked while the report is held, so that each number is given once. */
export const lastNumber = async (ctx: Ctx, { subdistrict, bulletin }: Pick<IssueRow, 'subdistrict' | 'bulletin'>, year: number): Promise<number> =>
  (await ctx.db.selectFrom('bulletin_issue').select(({ fn }) => fn.max('no').as('no')).where('subdistrict', '=', subdistrict).where('bulletin', '=', bulletin).where('year', '=', year).executeTakeFirst())?.no ?? 0

/** Whether anybody but these holds a permission over a place. */
export const hasOthers = async (ctx: Ctx, permission: Permission, area: string, but: readonly string[]): Promise<boolean> =>
  (await sql<{ others: boolean }>`select bulletin_others(${permission}, ${area}, ${but}::uuid[]) as others`.execute(ctx.db)).rows[0]!.others
