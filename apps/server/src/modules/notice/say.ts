import type { EventStatus, NoticeKind } from '@linli/contract'
import type { Ctx } from '../../kernel/ctx.ts'
import type { EventRow } from './event-queries.ts'
import * as queries from './queries.ts'
import { alertMinutes, audienceOf, audienceOfBulletin, audienceOfGovernance, audienceOfKnowledge, audienceOfRisk, audienceOfWhistle, audiencesOfTalk, isNobody, type Told } from './rules.ts'
import { wordsOf, type Facts } from './words-rules.ts'

/** What is said besides the event: who said it (nobody where the clock or a resident did), and what of it. */
export interface Saying extends Partial<Omit<Facts, 'status' | 'by'>>, Partial<Pick<Told, 'unit' | 'person' | 'askedBy'>> { id: string, by?: { id: string, name: string } }

const nothing: Facts = { status: 'reported', by: null, text: null, dueAt: null, request: undefined, isApproved: false, returnReason: null, unitName: null, personName: null }

interface Whistle { subdistrict: number, id: string, area: string, area_name: string, title: string }

/** Says by the clock that a unit that was called has not done its part. */
export async function sayOfWhistle(ctx: Ctx, kind: 'answerLate' | 'arrivalLate', { subdistrict, id: whistle, area, area_name, title }: Whistle, { unit, unitName, isCommunity, dueAt }: { unit: string, unitName: string, isCommunity: boolean, dueAt: Date }): Promise<void> {
  const id = ctx.newId()
  await queries.insert(ctx, { subdistrict, id, area, kind, whistle, number: '', title, area_name, words: wordsOf(kind, { ...nothing, unitName, dueAt }), ...audienceOfWhistle(unit, isCommunity), at: ctx.now })
  ctx.record('notice.sent', { kind: 'notice', id, subdistrict, area, unit, may: 'event.view' }, { kind, whistle })
}

interface Item { subdistrict: number, id: string, area: string, area_name: string, title: string }

/** Tells the responsible unit what it is to see to; the person it names, and by which day. */
export async function sayOfGovernance(ctx: Ctx, kind: 'governed' | 'replanned' | 'redone', { subdistrict, id: governance, area, area_name, title }: Item, { unit, isCommunity, ...said }: { unit: string, isCommunity: boolean, personName: string | null, text: string | null, dueAt: Date | null }): Promise<void> {
  const [id, { actor }] = [ctx.newId(), ctx]
  const words = wordsOf(kind, { ...nothing, ...said, by: actor.name })
  await queries.insert(ctx, { subdistrict, id, area, kind, governance, number: '', title, area_name, words, said_by: actor.id, ...audienceOfGovernance(unit, isCommunity), at: ctx.now })
  ctx.record('notice.sent', { kind: 'notice', id, subdistrict, area, unit, may: 'event.view' }, { kind, governance })
}

/** Tells who sees to an entry of the knowledge base that its time ends, or has ended. */
export async function sayOfKnowledge(ctx: Ctx, kind: 'knowledgeSoon' | 'knowledgeExpired', { subdistrict, id: knowledge, area, area_name, title }: Item, { owner, dueAt }: { owner: string | null, dueAt: Date | null }): Promise<void> {
  const id = ctx.newId()
  await queries.insert(ctx, { subdistrict, id, area, kind, knowledge, number: '', title, area_name, words: wordsOf(kind, { ...nothing, dueAt }), ...audienceOfKnowledge(kind, owner), at: ctx.now })
  ctx.record('notice.sent', { kind: 'notice', id, subdistrict, area, may: 'event.view' }, { kind, knowledge })
}

/** Tells who is on duty that somebody may be in danger; a resident is neither named nor quoted. False where it was just said. */
export async function sayOfTalk(ctx: Ctx, { subdistrict, id: talk, area, area_name }: Omit<Item, 'title'>, { onDuty }: { onDuty: readonly string[] }): Promise<boolean> {
  if (await queries.isSaidOfTalk(ctx, { subdistrict, id: talk }, new Date(ctx.now.getTime() - alertMinutes * 60_000))) return false
  for (const audience of audiencesOfTalk(onDuty)) {
    const id = ctx.newId()
    await queries.insert(ctx, { subdistrict, id, area, kind: 'talkAlert', talk, number: '', title: '问社工：紧急情况', area_name, words: wordsOf('talkAlert', nothing), ...audience, at: ctx.now })
    ctx.record('notice.sent', { kind: 'notice', id, subdistrict, area, may: 'event.view' }, { kind: 'talkAlert', talk })
  }
  return true
}

/** Tells each who works in a grid what became of it when borders were drawn anew. */
export async function sayOfZoning(ctx: Ctx, { subdistrict, id: zoning }: Pick<Item, 'subdistrict' | 'id'>, told: readonly { person: string, area: string, areaName: string, text: string }[]): Promise<void> {
  for (const { person, area, areaName, text } of told) {
    const id = ctx.newId()
    await queries.insert(ctx, { subdistrict, id, area, kind: 'zoned', zoning, number: '', title: areaName, area_name: areaName, words: wordsOf('zoned', { ...nothing, by: ctx.actor.name, text }), said_by: ctx.actor.id, unit: null, permissions: [], person, at: ctx.now })
    ctx.record('notice.sent', { kind: 'notice', id, subdistrict, area, may: 'event.view' }, { kind: 'zoned', zoning })
  }
}

/** Tells who is to look at a risk; of people neither who it is nor why is said. */
export async function sayOfRisk(ctx: Ctx, kind: 'warned' | 'escalated', { subdistrict, id: risk, area, area_name }: Omit<Item, 'title'>, { isCare, role, dueAt }: { isCare: boolean, role: string, dueAt: Date }): Promise<void> {
  const id = ctx.newId()
  const said: NoticeKind = isCare ? (kind === 'warned' ? 'careWarned' : 'careEscalated') : kind === 'warned' ? 'riskWarned' : 'riskEscalated'
  await queries.insert(ctx, { subdistrict, id, area, kind: said, risk, number: '', title: isCare ? '关爱对象预警' : '风险预警', area_name, words: wordsOf(said, { ...nothing, dueAt }), ...audienceOfRisk(isCare, role), at: ctx.now })
  ctx.record('notice.sent', { kind: 'notice', id, subdistrict, area, may: isCare ? 'risk.person' : 'event.view' }, { kind: said, risk })
}

/** Tells who has the next step of an issue of a report, and when it is signed who may read it. */
export async function sayOfBulletin(ctx: Ctx, kind: 'bulletinMade' | 'bulletinToReview' | 'bulletinToSign' | 'bulletinReturned' | 'bulletinSigned', { subdistrict, id: bulletin, area, area_name, title }: Item, { person = null, text = null }: { person?: string | null, text?: string | null }): Promise<void> {
  const [id, { actor }] = [ctx.newId(), ctx]
  await queries.insert(ctx, { subdistrict, id, area, kind, bulletin, number: '', title, area_name, words: wordsOf(kind, { ...nothing, by: actor.id === null ? null : actor.name, text }), said_by: actor.id, ...audienceOfBulletin(kind, person), at: ctx.now })
  ctx.record('notice.sent', { kind: 'notice', id, subdistrict, area, may: 'event.view' }, { kind, bulletin })
}

/** Says something of an event to those it concerns, once for each id; false where it was said before, or nobody holds the step. */
export async function say(ctx: Ctx, kind: NoticeKind, row: EventRow, { id, by, ...said }: Saying): Promise<boolean> {
  const event = { ...row, status: row.status as EventStatus }
  const audience = audienceOf(kind, event, { unit: said.unit ?? null, person: said.person ?? null, request: said.request, askedBy: said.askedBy ?? null })
  if (isNobody(audience)) return false
  const words = wordsOf(kind, { ...nothing, ...said, status: event.status, by: by?.name ?? null })
  const isNew = await queries.insert(ctx, { subdistrict: row.subdistrict, id, area: row.area, kind, event: row.id, number: row.number, title: row.title, area_name: row.area_name, words, said_by: by?.id ?? null, ...audience, at: ctx.now })
  if (isNew) ctx.record('notice.sent', { kind: 'notice', id, subdistrict: row.subdistrict, area: row.area, unit: audience.unit, may: 'event.view' }, { kind, event: row.id })
  return isNew
}
