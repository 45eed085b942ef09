import { isCare, warnedColours, type RiskKind } from '@linli/contract'
import { addWorking, areaAt } from '@linli/standards'
import { dayMs } from '@linli/standards/day'
import type { Ctx, Subject } from '../../kernel/ctx.ts'
import type { Db } from '../../kernel/db.ts'
import { calendarFor } from '../calendar/index.ts'
import { areaNames } from '../organisation/index.ts'
import { sayOfRisk } from '../notice/index.ts'
import type { Office } from './measure.ts'
import { effectDays, isWarned, nextRole, toWarn, type KindRule, type RuleSet } from './rules.ts'
import * as scores from './score-queries.ts'
import * as queries from './warning-queries.ts'

/** What is of people is told to who cares for them; the journal says which warning, and never of whom. */
export const subjectOf = ({ id, subdistrict, area, kind }: { id: string, subdistrict: number, area: string, kind: RiskKind }): Subject => 
  ({ kind: 'risk', id, subdistrict, area: isCare(kind) ? communityOf(area) : area, may: isCare(kind) ? 'risk.person' : 'risk.view' })
const communityOf = (area: string) => areaAt(area, 'community') ?? area

export interface ToWarn { candidate: scores.Candidate, way: 'new' | 'raise' }

/** Who is to be warned of now. */
export async function pending(db: Db, { subdistrict }: Office, kind: KindRule, { now, subjects }: { now: Date, subjects: readonly string[] | null }): Promise<ToWarn[]> {
  const colours = warnedColours.filter((one) => kind.duties[one] !== null)
  const since = new Date(now.getTime() - effectDays * dayMs)
  return (await scores.candidates(db, subdistrict, kind.kind, { colours, since, subjects })).flatMap((candidate) => {
    const way = toWarn(candidate.colour, { hasDuty: true, open: candidate.openColour, closed: candidate.closedColour })
    return way ? [{ candidate, way }] : []
  })
}

/** Asks somebody to look, by a time in the office's hours. It does nothing to whom it is about. */
export async function warn(ctx: Ctx, { subdistrict }: Office, { version, kind }: { version: number, kind: KindRule }, { candidate, way }: ToWarn): Promise<void> {
  const { subject, area, score, colour, parts } = candidate
  const duty = isWarned(colour) ? kind.duties[colour] : null
  if (!duty) return
  const standing = { area, colour, score, version, parts: JSON.stringify(parts), rules: parts.map(({ rule }) => rule), role: duty.role, due_at: addWorking(await calendarFor(ctx, subdistrict), ctx.now, duty.limit) }
  const id = way === 'raise' ? candidate.open! : ctx.newId()
  if (way === 'raise') {
    const before = await queries.lock(ctx, id)
    // Closed, or raised by another server meanwhile.
    if (before?.state !== 'open' || before.colour === colour) return
    // No later than was asked; what was passed on stays with who has it, in a time of its own.
    const isPassedOn = before.escalations > 0
    await queries.update(ctx, before, { ...standing, role: isPassedOn ? before.role : duty.role, due_at: !isPassedOn && before.due_at < standing.due_at ? before.due_at : standing.due_at })
    ctx.record('risk.warning-raised', subjectOf({ id, subdistrict, area, kind: kind.kind }), { kind: kind.kind, colour, from: before.colour })
  } else {
    if (!await queries.insert(ctx, { ...standing, subdistrict, id, kind: kind.kind, subject, raised_at: ctx.now })) return
    ctx.record('risk.warned', subjectOf({ id, subdistrict, area, kind: kind.kind }), { kind: kind.kind, colour, role: duty.role, dueAt: standing.due_at.toISOString() })
  }
  await tell(ctx, 'warned', { subdistrict, id, area, kind: kind.kind, role: duty.role, dueAt: standing.due_at })
}

/** Nobody has acted in time: it goes to the next, with as long as the first had; who is last keeps it, late. */
export async function escalate(ctx: Ctx, id: string, { kinds }: RuleSet): Promise<void> {
  const row = await queries.lock(ctx, id)
  if (row?.state !== 'open' || row.due_at > ctx.now) return
  const next = nextRole(row.role, row.kind)
  const duty = kinds.find(({ kind }) => kind === row.kind)?.duties[row.colour]
  const dueAt = next && duty ? addWorking(await calendarFor(ctx, row.subdistrict), ctx.now, duty.limit) : row.due_at
  await queries.update(ctx, row, { role: next ?? row.role, due_at: dueAt, escalations: row.escalations + 1, escalated_at: ctx.now })
  ctx.record('risk.escalated', subjectOf(row), { kind: row.kind, colour: row.colour, from: row.role, role: next ?? row.role })
  await tell(ctx, 'escalated', { ...row, role: next ?? row.role, dueAt })
}

async function tell(ctx: Ctx, kind: 'warned' | 'escalated', { subdistrict, id, area, kind: of, role, dueAt }: { subdistrict: number, id: string, area: string, kind: RiskKind, role: string, dueAt: Date }): Promise<void> {
  // Of people only in which community: a building may say who.
  const told = isCare(of) ? communityOf(area) : area
  const name = (await areaNames(ctx, [told])).get(told) ?? ''
  await sayOfRisk(ctx, kind, { subdistrict, id, area: told, area_name: name }, { isCare: isCare(of), role, dueAt })
}
