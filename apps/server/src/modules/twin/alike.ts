import type { TwinReason, TwinStatus } from '@linli/contract'
import type { Ctx } from '../../kernel/ctx.ts'
import { commonArea } from '../../kernel/db.ts'
import { Problem } from '../../kernel/problem.ts'
import * as pairs from './pair-queries.ts'
import * as queries from './queries.ts'
import { reasonsFor, scoreOf, type Likeness } from './rules.ts'
import { listLikeness, listNear, type Probe } from './search-queries.ts'

export interface Alike { id: string, reasons: TwinReason[], score: number }
/** What is about to be written of somebody. */
export type Draft = Likeness & Pick<Probe, 'initials'>
const draftId = '00000000-0000-7000-8000-000000000000'

/** Who of those the person asking may see might be the same, the surest first. */
export async function likeTo(ctx: Ctx, subdistrict: number, draft: Draft): Promise<Alike[]> {
  const near = await listNear(ctx.db, subdistrict, [{ ...draft, id: draftId }])
  const people = await listLikeness(ctx.db, subdistrict, near.map(({ id }) => id))
  const found = people.map((other) => ({ other, reasons: reasonsFor(draft, other) })).filter(({ reasons }) => reasons.length > 0)
  return found.map(({ other, reasons }) => ({ id: other.id, reasons, score: scoreOf(reasons, draft, other) })).toSorted((a, b) => b.score - a.score).slice(0, 20)
}

/** What is known of two as a pair. */
export async function pairOf(ctx: Ctx, subdistrict: number, one: string, other: string): Promise<{ id: string, status: TwinStatus, reasons: TwinReason[] } | null> {
  const row = await queries.findPair(ctx, subdistrict, one, other)
  return row ? { id: row.id, status: row.status as TwinStatus, reasons: row.reasons as TwinReason[] } : null
}

interface Person { id: string, area: string }

/** Somebody said of these that they are somebody else: remembered for ever. */
export async function tellApartFrom(ctx: Ctx, subdistrict: number, { id, area }: Person, others: readonly (Person & Pick<Alike, 'reasons' | 'score'>)[]): Promise<void> {
  await pairs.keep(ctx.db, { subdistrict, now: ctx.now }, others.map((other) => foundOf(ctx, { id, area }, other, other)), { status: 'different', name: ctx.actor.name })
}

/** The two are one record now. @throws Problem twin.different where somebody had said that they are two people. */
export async function becomeOne(ctx: Ctx, subdistrict: number, kept: Person, dropped: Person): Promise<void> {
  const known = await queries.findPair(ctx, subdistrict, kept.id, dropped.id)
  if (known?.status === 'different') throw new Problem('twin.different')
  await pairs.keep(ctx.db, { subdistrict, now: ctx.now }, [foundOf(ctx, kept, dropped, { reasons: (known?.reasons ?? []) as TwinReason[], score: known?.score ?? 0 })], { status: 'merged', name: ctx.actor.name })
  await pairs.closeOf(ctx.db, subdistrict, dropped.id)
  await pairs.tellSides(ctx.db, { subdistrict, now: ctx.now }, [dropped.id])
}

/** They are two records again, and somebody has to look at them. */
export async function becomeTwo(ctx: Ctx, subdistrict: number, kept: Person, dropped: Person): Promise<void> {
  const known = await queries.findPair(ctx, subdistrict, kept.id, dropped.id)
  if (known) await queries.decide(ctx, known, 'open')
}

function foundOf(ctx: Ctx, one: Person, other: Person, { reasons, score }: Pick<Alike, 'reasons' | 'score'>): pairs.Found {
  const [first, second] = [one, other].toSorted((a, b) => (a.id < b.id ? -1 : 1)) as [Person, Person]
  return { id: ctx.newId(), area: commonArea([one.area, other.area]), one: first.id, other: second.id, reasons, score }
}
