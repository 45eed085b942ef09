import type { BulletinRhythm, BulletinStatus, Output, Permission } from '@linli/contract'
import { dayOf } from '@linli/standards'
import { areasFor, mayIn } from '../../kernel/actor.ts'
import type { Ctx, Subject } from '../../kernel/ctx.ts'
import { found } from '../../kernel/problem.ts'
import { mayOpen } from '../indicator/index.ts'
import { areaNames } from '../organisation/index.ts'
import type { Content, Definition } from './compose.ts'
import * as queries from './queries.ts'
import type { BulletinRow, IssueRow } from './queries.ts'
import * as rules from './rules.ts'

export type BulletinView = Output<'bulletin', 'get'>
export type IssueView = Output<'bulletin', 'issue'>
type Head = Output<'bulletin', 'issues'>['rows'][number]

export const subjectOf = ({ subdistrict, id, area }: { subdistrict: number, id: string, area: string }): Subject => ({ kind: 'bulletin', id, subdistrict, area, may: 'indicator.view' })
export const definitionOf = (row: BulletinRow): Definition => row.definition as unknown as Definition
const contentOf = (row: IssueRow): Content => row.content as unknown as Content

export const mineOf = ({ actor }: Ctx): queries.Mine => ({ readers: areasFor(actor, 'indicator.view'), makers: areasFor(actor, 'bulletin.make'), reviewers: areasFor(actor, 'bulletin.review'), signers: areasFor(actor, 'bulletin.sign') })

export async function bulletinViews(ctx: Ctx, rows: readonly BulletinRow[]): Promise<BulletinView[]> {
  const names = await areaNames(ctx, [...new Set(rows.map(({ area }) => area))])
  const views: BulletinView[] = []
  for (const row of rows) views.push({ ...definitionOf(row), id: row.id, areaName: names.get(row.area) ?? '', isEnded: row.is_ended, changedBy: row.changed_name, changedAt: row.changed_at.toISOString(), mayChange: mayIn(ctx.actor, 'bulletin.make', row.area), due: await dueOf(ctx, row) })
  return views
}

async function dueOf(ctx: Ctx, row: BulletinRow): Promise<BulletinView['due']> {
  if (row.rhythm === 'once') return null
  const period = rules.lastPeriod(row.rhythm as Exclude<BulletinRhythm, 'once'>, dayOf(ctx.now))
  return { ...period, isMade: await queries.isMade(ctx, row, period, { isStanding: true }) }
}

const numberOf = ({ mark, year, no }: { mark: string, year: number | null, no: number | null }) => (year === null || no === null ? null : rules.numberWords(mark, year, no))
const byOf = (name: string | null, at: Date | null) => (name === null || at === null ? null : { name, at: at.toISOString() })

export const headView = (row: queries.IssueHead): Head => ({
  id: row.id, bulletin: row.bulletin, name: row.name, rhythm: row.rhythm as BulletinRhythm, area: row.area, areaName: row.area_name, from: row.period_from, until: row.period_until, status: row.status as BulletinStatus, number: numberOf(row),
  madeBy: row.made_name, madeAt: row.made_at.toISOString(), signed: byOf(row.signed_name, row.signed_at), isReplaced: row.is_replaced,
})

/** @throws Problem not-found where it is none of theirs: what is not signed is seen by those who work on it. */
export async function issueSeen(ctx: Ctx, id: string): Promise<IssueRow> {
  const row = found(await queries.findIssue(ctx, id))
  const holds = (permission: Permission) => mayIn(ctx.actor, permission, row.area)
  return found(holds('indicator.view') && (row.status === 'signed' || holds('bulletin.make') || holds('bulletin.review') || holds('bulletin.sign')) ? row : undefined)
}

/** Who asks, as far as it decides what they may do with an issue. */
export async function whoFor(ctx: Ctx, row: IssueRow): Promise<rules.Who> {
  const { actor } = ctx
  const makers = [row.made_by, row.submitted_by].filter((one) => one !== null)
  const isMaker = actor.id !== null && makers.includes(actor.id)
  const alone = new Set<Permission>()
  if (isMaker) for (const permission of ['bulletin.review', 'bulletin.sign'] as const) if (!await queries.hasOthers(ctx, permission, row.area, makers)) alone.add(permission)
  return { may: (permission) => mayIn(actor, permission, row.area), isMaker, isAlone: (permission) => alone.has(permission) }
}

export async function issueView(ctx: Ctx, row: IssueRow): Promise<IssueView> {
  const [head, content] = [found(await queries.findHead(ctx, row.id)), contentOf(row)]
  const [replaced, correction] = [row.replaces === null ? undefined : await queries.findHead(ctx, row.replaces), await queries.findCorrection(ctx, row)]
  const sources = new Set(content.parts.flatMap((part) => (part.kind === 'pivot' ? [part.source] : (part.kind === 'figures' ? part.rows : part.kind === 'table' ? part.columns : [part.column]).flatMap(({ terms }) => terms.map(({ source }) => source)))))
  const named = (one: queries.IssueHead | undefined) => (one ? { id: one.id, number: numberOf(one) } : null)
  return {
    ...headView(head), content, before: row.before, after: row.after, submitted: byOf(row.submitted_name, row.submitted_at), reviewed: byOf(row.reviewed_name, row.reviewed_at), reason: row.reason, why: row.why, replaces: named(replaced), replacedBy: named(correction), digest: row.digest,
    steps: rules.stepsFor(await whoFor(ctx, row), row.status as BulletinStatus), mayCorrect: row.status === 'signed' && correction === undefined && mayIn(ctx.actor, 'bulletin.make', row.area), sources: [...sources].filter((source) => mayOpen(ctx, row.area, source)),
  }
}
