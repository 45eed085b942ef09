import type { Ctx } from '../../../kernel/ctx.ts'
import { extend } from '../enter.ts'
import type { EventRow } from '../queries.ts'
import { ask, decide } from '../request.ts'
import type { Means, Told } from './means.ts'

export const askExtension = async (ctx: Ctx, event: EventRow, told: Told<'askExtension'>): Promise<Means> =>
  ({ change: await ask(ctx, event, 'extension', told), details: { reason: told.reason, amount: told.amount, unit: event.handle_limit_unit } })

export const askSuspension = async (ctx: Ctx, event: EventRow, told: Told<'askSuspension'>): Promise<Means> =>
  ({ change: await ask(ctx, event, 'suspension', told), details: { reason: told.reason, why: told.why, until: told.until } })

export const askCancel = async (ctx: Ctx, event: EventRow, told: Told<'askCancel'>): Promise<Means> => ({ change: await ask(ctx, event, 'cancel', told), details: { reason: told.reason } })

export async function approveExtension(ctx: Ctx, event: EventRow, { note }: Told<'approveExtension'>): Promise<Means> {
  const { amount } = await decide(ctx, event, true, note)
  return { change: { pending: null, ...await extend(ctx, event, amount!) }, details: { note, amount, unit: event.handle_limit_unit } }
}

export async function approveSuspension(ctx: Ctx, event: EventRow, { note }: Told<'approveSuspension'>): Promise<Means> {
  const { why, until } = await decide(ctx, event, true, note)
  return { change: { pending: null, suspend_reason: why, review_on: until }, details: { note, why, until } }
}

/** The reason that was asked with is the one the reporter is told. */
export async function approveCancel(ctx: Ctx, event: EventRow, { note }: Told<'approveCancel'>): Promise<Means> {
  const { reason } = await decide(ctx, event, true, note)
  return { change: { pending: null, closed_at: ctx.now }, details: { note, reason } }
}

export async function refuse(ctx: Ctx, event: EventRow, { reason }: Told<'refuse'>): Promise<Means> {
  const { kind } = await decide(ctx, event, false, reason)
  return { change: { pending: null }, details: { reason, kind } }
}
