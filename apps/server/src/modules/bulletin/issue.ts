import { periodWords, type BulletinStatus, type BulletinStep, type Input, type Output } from '@linli/contract'
import { addDays, dayOf, daysBetween } from '@linli/standards'
import type { Ctx } from '../../kernel/ctx.ts'
import { cut, goOnAfter } from '../../kernel/page.ts'
import { Problem } from '../../kernel/problem.ts'
import { sayOfBulletin } from '../notice/index.ts'
import { held } from './actions.ts'
import { composed } from './compose.ts'
import * as queries from './queries.ts'
import type { BulletinRow, IssueRow } from './queries.ts'
import * as rules from './rules.ts'
import type { Period } from './rules.ts'
import { isWhole, sealed } from './seal.ts'
import { definitionOf, headView, issueSeen, issueView, mineOf, subjectOf, whoFor, type IssueView } from './view.ts'

export async function issues(ctx: Ctx, { after, limit, ...choice }: Input<'bulletin', 'issues'>): Promise<Output<'bulletin', 'issues'>> {
  const { rows, next } = cut(await queries.listIssues(ctx, mineOf(ctx), { ...choice, after: goOnAfter(after, 2), limit: limit + 1 }), limit, (row) => [row.period_until, row.id])
  return { rows: rows.map(headView), next }
}

export const issue = async (ctx: Ctx, { id }: Input<'bulletin', 'issue'>): Promise<IssueView> => issueView(ctx, await issueSeen(ctx, id))

export async function make(ctx: Ctx, { id, replaces, why, ...asked }: Input<'bulletin', 'make'>): Promise<IssueView> {
  const row = await held(ctx, id)
  const old = replaces === undefined ? undefined : await corrected(ctx, row, replaces, why)
  const period = old ? { from: old.period_from, until: old.period_until } : periodAsked(row, asked, dayOf(ctx.now))
  if (!old && await queries.isMade(ctx, row, period, { isStanding: true })) throw new Problem('conflict.exists', { detail: '这一期已经制作过，请在“各期报表”里查看；签发后发现有误的，在那一期上更正' })
  return issueView(ctx, await made(ctx, row, { period, old, why: why || null }))
}

/** Counts and keeps an issue as a draft. */
export async function made(ctx: Ctx, row: BulletinRow, { period, old, why = null }: { period: Period, old?: IssueRow | undefined, why?: string | null }): Promise<IssueRow> {
  const definition = definitionOf(row)
  const content = await composed(ctx, definition, period)
  const fresh = await queries.insertIssue(ctx, {
    subdistrict: row.subdistrict, id: ctx.newId(), bulletin: row.id, area: row.area, name: row.name, rhythm: row.rhythm, period_from: period.from, period_until: period.until, content: JSON.stringify(content), status: 'draft',
    made_at: ctx.now, made_by: ctx.actor.id, made_name: ctx.actor.name, before: old?.before ?? definition.before, after: old?.after ?? definition.after, replaces: old?.id ?? null, why,
  })
  ctx.record('bulletin.made', subjectOf(fresh), { name: row.name, period: periodOf(fresh), ...(why && { why }) })
  return fresh
}

const periodOf = ({ rhythm, period_from: from, period_until: until }: IssueRow) => periodWords(rhythm as Parameters<typeof periodWords>[0], { from, until })

async function corrected(ctx: Ctx, { id }: BulletinRow, replaces: string, why: string): Promise<IssueRow> {
  const old = await issueSeen(ctx, replaces)
  if (old.bulletin !== id || old.status !== 'signed') throw new Problem('input.invalid', { detail: '只有已签发的才需要更正；没有签发的可以作废后重做' })
  if (await queries.findCorrection(ctx, old)) throw new Problem('conflict.exists', { detail: '这一期已经有更正的一期了' })
  if (why === '') throw new Problem('input.invalid', { fields: [{ path: 'why', message: '请写明更正的原因' }] })
  return old
}

const mostDays = 400

/** @throws Problem input.invalid for what is not over yet, or no period. */
function periodAsked({ rhythm }: BulletinRow, { on, from, until }: { on?: string | undefined, from?: string | undefined, until?: string | undefined }, today: string): Period {
  const wrong = (message: string, path: string) => new Problem('input.invalid', { detail: message, fields: [{ path, message }] })
  if (rhythm === 'once') {
    if (from === undefined || until === undefined || from >= until || daysBetween(from, until) > mostDays) throw wrong(`请选择起止日期，最长 ${mostDays} 天`, 'from')
    if (until > addDays(today, 1)) throw wrong('不能晚于今天', 'until')
    return { from, until }
  }
  const of = rhythm as Exclude<Parameters<typeof periodWords>[0], 'once'>
  const period = on === undefined ? rules.lastPeriod(of, today) : rules.periodWith(of, on)
  if (period.until > today) throw wrong('这一期还没有过完', 'on')
  return period
}

/** The step is open to whoever asks, and the issue is held. */
async function taken(ctx: Ctx, id: string, step: BulletinStep): Promise<{ row: IssueRow, to: BulletinStatus, isAlone: boolean }> {
  await issueSeen(ctx, id)
  const row = await queries.lockIssue(ctx, id)
  const who = row && await whoFor(ctx, row)
  const to = row && who && rules.after(step, who, row.status as BulletinStatus)
  if (!row || !who || !to) throw new Problem('bulletin.step-not-open', who?.isMaker && (step === 'agree' || step === 'sign') ? { detail: '不能审核、签发自己制作的报表，请由别人办理' } : {})
  return { row, to, isAlone: who.isMaker && (step === 'agree' || step === 'sign') }
}

export async function word(ctx: Ctx, { id, before, after }: Input<'bulletin', 'word'>): Promise<IssueView> {
  // Whoever may send it in may write in it.
  const { row } = await taken(ctx, id, 'submit')
  const changed = await queries.updateIssue(ctx, row, { before, after })
  ctx.record('bulletin.worded', subjectOf(changed), { name: row.name })
  return issueView(ctx, changed)
}

export async function submit(ctx: Ctx, { id }: Input<'bulletin', 'submit'>): Promise<IssueView> {
  const { row, to } = await taken(ctx, id, 'submit')
  const changed = await queries.updateIssue(ctx, row, { status: to, reason: null, submitted_at: ctx.now, submitted_by: ctx.actor.id, submitted_name: ctx.actor.name, reviewed_at: null, reviewed_by: null, reviewed_name: null })
  ctx.record('bulletin.submitted', subjectOf(changed), { name: row.name, period: periodOf(row) })
  await tell(ctx, 'bulletinToReview', changed)
  return issueView(ctx, changed)
}

export async function review(ctx: Ctx, { id, isAgreed, reason }: Input<'bulletin', 'review'>): Promise<IssueView> {
  if (!isAgreed) return giveBack(ctx, id, 'review', reason)
  const { row, to, isAlone } = await taken(ctx, id, 'agree')
  const changed = await queries.updateIssue(ctx, row, { status: to, reviewed_at: ctx.now, reviewed_by: ctx.actor.id, reviewed_name: ctx.actor.name })
  ctx.record('bulletin.agreed', subjectOf(changed), { name: row.name, period: periodOf(row), ...(isAlone && { isAlone }) })
  await tell(ctx, 'bulletinToSign', changed)
  return issueView(ctx, changed)
}

/** Gives it its number, and closes it: from now on nobody changes a letter. */
export async function sign(ctx: Ctx, { id, isAgreed, reason }: Input<'bulletin', 'sign'>): Promise<IssueView> {
  if (!isAgreed) return giveBack(ctx, id, 'approved', reason)
  const { row, to, isAlone } = await taken(ctx, id, 'sign')
  await queries.lock(ctx, row.bulletin)
  const year = rules.yearOf({ until: row.period_until })
  const signing = { year, no: await queries.lastNumber(ctx, row, year) + 1, signed_at: ctx.now, signed_by: ctx.actor.id, signed_name: ctx.actor.name }
  const changed = await queries.updateIssue(ctx, row, { status: to, ...signing, ...sealed(ctx.crypto, { ...row, ...signing }) })
  ctx.record('bulletin.signed', subjectOf(changed), { name: row.name, period: periodOf(row), digest: changed.digest, ...(isAlone && { isAlone }) })
  await tell(ctx, 'bulletinSigned', changed)
  return issueView(ctx, changed)
}

async function giveBack(ctx: Ctx, id: string, from: BulletinStatus, reason: string): Promise<IssueView> {
  const { row, to } = await taken(ctx, id, 'return')
  if (row.status !== from) throw new Problem('bulletin.step-not-open')
  const changed = await queries.updateIssue(ctx, row, { status: to, reason })
  ctx.record('bulletin.returned', subjectOf(changed), { name: row.name, period: periodOf(row), reason })
  await tell(ctx, 'bulletinReturned', changed, { person: row.submitted_by, text: reason })
  return issueView(ctx, changed)
}

export async function drop(ctx: Ctx, { id, reason }: Input<'bulletin', 'drop'>): Promise<IssueView> {
  const { row, to } = await taken(ctx, id, 'drop')
  const changed = await queries.updateIssue(ctx, row, { status: to, reason })
  ctx.record('bulletin.dropped', subjectOf(changed), { name: row.name, period: periodOf(row), reason })
  return issueView(ctx, changed)
}

export const tell = (ctx: Ctx, kind: Parameters<typeof sayOfBulletin>[1], row: IssueRow, said: Parameters<typeof sayOfBulletin>[3] = {}): Promise<void> =>
  sayOfBulletin(ctx, kind, { subdistrict: row.subdistrict, id: row.id, area: row.area, area_name: (row.content as { areaName: string }).areaName, title: `${row.name}（${periodOf(row)}）` }, said)

export async function verify(ctx: Ctx, { digest }: Input<'bulletin', 'verify'>): Promise<Output<'bulletin', 'verify'>> {
  const row = await queries.findByDigest(ctx, digest)
  const head = row && await queries.findHead(ctx, row.id)
  return { issue: head ? headView(head) : null, digest: row?.digest ?? null, isWhole: row !== undefined && isWhole(ctx.crypto, row) && row.digest!.startsWith(digest) }
}
