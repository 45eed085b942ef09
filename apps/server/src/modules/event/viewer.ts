import type { EventFlag } from '@linli/contract'
import { mayIn } from '../../kernel/actor.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { found } from '../../kernel/problem.ts'
import { isConfidential, officeRuleFor } from '../matter/index.ts'
import { flagColumns } from './list-queries.ts'
import type { EventRow, ListedRow } from './queries.ts'
import * as rules from './rules.ts'
import { mayKnowReporter, type What, type Who } from './who-rules.ts'

/** The event as the pure rules want it. A matter that is kept in confidence now protects whoever reported it before. */
export async function whatOf(ctx: Ctx, event: EventRow): Promise<What> {
  const privacy = event.privacy === 'open' && await isConfidential(ctx, event.matter, event.subdistrict) ? 'confidential' : event.privacy
  return {
    status: event.status as What['status'], source: event.source as What['source'], privacy: privacy as What['privacy'], reportedBy: event.reported_by, unit: event.unit, unitKind: event.unit_kind,
    assistsOpen: event.assists_open, fedBackBy: event.fed_back_by, rating: event.rating, isDissatisfied: event.is_dissatisfied, reopened: event.reopened, extensions: event.extensions,
    pending: event.pending as What['pending'], isSupervised: event.is_supervised, dueAt: event.due_at, urgedAt: event.urged_at, closedAt: event.closed_at, partOf: event.part_of,
    office: await officeRuleFor(ctx, event.subdistrict),
  }
}

/** The asking person as the pure rules want them. */
export const who = (ctx: Ctx, area: string): Who => ({ id: ctx.actor.id, side: ctx.actor.side, unit: ctx.actor.unit, may: (permission) => mayIn(ctx.actor, permission, area) })

export const stepsFor = async (ctx: Ctx, event: EventRow) => rules.stepsFor(who(ctx, event.area), await whatOf(ctx, event), ctx.now)

/** Drafts are seen by who writes them. */
export function visible(ctx: Ctx, event: EventRow | undefined): EventRow {
  const known = found(event)
  return found(known.status === 'draft' && known.reported_by !== ctx.actor.id ? undefined : known)
}

/** May the asking person learn who reported this? */
export const knowsReporter = async (ctx: Ctx, event: EventRow): Promise<boolean> => mayKnowReporter(who(ctx, event.area), await whatOf(ctx, event))

/** The first of these details of a journal row that holds words. */
export const said = (details: Record<string, unknown>, ...keys: string[]): string | null => keys.map((key) => details[key]).find((value): value is string => typeof value === 'string' && value !== '') ?? null

/** Is it late, by what was measured or by its present limit? A wait for the reporter is never late. */
export const isLate = (event: Pick<EventRow, 'is_overdue' | 'due_at' | 'status'>, now: Date): boolean => event.is_overdue || (event.due_at !== null && event.status !== 'needInfo' && event.status !== 'needDetail' && event.due_at < now)
export function flagsOf(event: ListedRow, now: Date): EventFlag[] {
  const flags = (Object.keys(flagColumns) as (keyof typeof flagColumns)[]).filter((flag): boolean => event[flagColumns[flag]])
  return [...flags, ...(event.assists.length > 0 ? ['assisted' as const] : []), ...(event.privacy === 'open' ? [] : [event.privacy as 'anonymous' | 'confidential']), ...(isLate(event, now) ? ['overdue' as const] : []), ...(event.is_severe || (event.severe_at !== null && event.severe_at < now) ? ['severe' as const] : [])]
}
