import type { EventStatus, EventStep, Input, RequestKind } from '@linli/contract'
import type { Updateable } from 'kysely'
import type { Ctx } from '../../kernel/ctx.ts'
import { Problem } from '../../kernel/problem.ts'
import type { Event } from '../../kernel/schema.gen.ts'
import * as aside from './aside-queries.ts'
import type { EventRow } from './queries.ts'
import { moves } from './rules.ts'

type Asking = Extract<Input<'event', 'take'>['take'], { step: 'askExtension' | 'askSuspension' | 'askCancel' }>

const approval: Record<RequestKind, EventStep> = { extension: 'approveExtension', suspension: 'approveSuspension', cancel: 'approveCancel' }

/** Asks for what somebody else decides; one thing at a time. */
export async function ask(ctx: Ctx, event: EventRow, kind: RequestKind, asked: Asking): Promise<Updateable<Event>> {
  if (asked.step === 'askExtension' && asked.amount > event.handle_limit_amount) {
    throw new Problem('input.invalid', { detail: '延期不能超过原时限', fields: [{ path: 'take.amount', message: `最多延长 ${event.handle_limit_amount}` }] })
  }
  if (asked.step === 'askSuspension' && new Date(`${asked.until}T23:59:59+08:00`) < ctx.now) throw new Problem('input.invalid', { detail: '复核日期已过', fields: [{ path: 'take.until', message: '请选今天或以后的日期' }] })
  await aside.insertRequest(ctx, event, {
    kind, asked_by: ctx.actor.id!, asked_name: ctx.actor.name, asked_at: ctx.now, reason: asked.reason,
    amount: asked.step === 'askExtension' ? asked.amount : null, why: asked.step === 'askSuspension' ? asked.why : null, until: asked.step === 'askSuspension' ? asked.until : null,
  })
  return { pending: kind }
}

/** Decides what is open; answers the application. */
export async function decide(ctx: Ctx, event: EventRow, isApproved: boolean, note: string | undefined): Promise<aside.RequestRow> {
  const request = await aside.decideRequest(ctx, event, { decided_by: ctx.actor.id, decided_name: ctx.actor.name, decided_at: ctx.now, is_approved: isApproved, note: note ?? null })
  if (!request) throw new Problem('event.step-not-open', { detail: '申请已经处理过了' })
  return request
}

/** An application that can no longer be granted where the event goes is withdrawn, not forgotten. */
export async function withdrawn(ctx: Ctx, event: EventRow, to: EventStatus): Promise<Updateable<Event>> {
  if (event.pending === null || moves[approval[event.pending as RequestKind]].from.includes(to)) return {}
  await aside.decideRequest(ctx, event, { decided_name: ctx.actor.name, decided_at: ctx.now, note: '事件已到下一环节，申请自动撤回' })
  return { pending: null }
}
