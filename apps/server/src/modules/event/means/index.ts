import type { Ctx } from '../../../kernel/ctx.ts'
import { matterOf } from '../place.ts'
import type { EventRow } from '../queries.ts'
import { assist, assistDone, dispatch, fedBack, recalled, sentBack, transfer } from './hand.ts'
import type { Means, Taking, Told } from './means.ts'
import { rated, way } from './way.ts'
import * as request from './request.ts'
import * as whole from './whole.ts'
import * as watch from './watch.ts'

const noted = (_: Ctx, __: EventRow, { note }: { note?: string }): Means => ({ change: {}, details: { note } })

const means: { [S in Taking['step']]: (ctx: Ctx, event: EventRow, told: Told<S>) => Means | Promise<Means> } = {
  // What lay as a draft is routed by the rules of today.
  report: async (ctx, event) => ({ change: { reported_at: ctx.now, ...await matterOf(ctx, event.matter, event) }, details: {} }),
  reportHandled: (ctx, _, { publicReply }) => ({ change: { reported_at: ctx.now, is_self_handled: true, public_reply: publicReply, fed_back_by: ctx.actor.id }, details: { publicReply } }),
  passSelf: (ctx, _, { note }) => ({ change: { closed_at: ctx.now, close_kind: 'selfHandled' }, details: { note } }),
  failSelf: (_, __, { reason }) => ({ change: { is_self_handled: false, public_reply: null, fed_back_by: null }, details: { reason } }),
  sendVerify: noted,
  confirm: noted,
  refute: (_, __, { reason }) => ({ change: {}, details: { reason } }),
  file: noted,
  dispatch,
  recall: recalled,
  split: (_, __, { note, parts }) => ({ change: {}, details: { note, parts: parts.length } }),
  return: sentBack,
  sign: noted,
  handle: noted,
  assist,
  assistDone,
  resume: (_, __, { note }) => ({ change: { suspend_reason: null, review_on: null }, details: { note } }),
  transfer,
  takeBack: (ctx, _, { publicReply, note }) => ({ change: { public_reply: publicReply, fed_back_by: ctx.actor.id, transferred_to: null }, details: { publicReply, note } }),
  feedback: fedBack,
  check: noted,
  rework: (_, event, { reason }) => ({ change: { reworks: event.reworks + 1, extended_by: 0 }, details: { reason } }),
  revisit: (ctx, _, { score, isSolved, isReached, note }) => ({ change: rated(ctx, { score, isSolved, text: null }), details: { isReached, isSolved, score, note } }),
  rate: (ctx, _, { score, isSolved, text }) => ({ change: rated(ctx, { score, isSolved, text: text ?? null }), details: { score, isSolved, text } }),
  cancel: (ctx, _, { reason }) => ({ change: { closed_at: ctx.now }, details: { reason } }),
  ...way,
  ...whole,
  ...request,
  ...watch.means,
}

export const meansOf = (ctx: Ctx, event: EventRow, taking: Taking): Means | Promise<Means> => (means[taking.step] as (ctx: Ctx, event: EventRow, told: Taking) => Means | Promise<Means>)(ctx, event, taking)
