import type { Input, Output } from '@linli/contract'
import type { Ctx } from '../../kernel/ctx.ts'
import { found } from '../../kernel/problem.ts'
import { deviceName } from './device.ts'
import * as queries from './queries.ts'
import { subjectOf } from './subject.ts'

const oneself = ({ actor }: Ctx) => subjectOf({ id: actor.id!, area: actor.area })

export async function sessions(ctx: Ctx): Promise<Output<'identity', 'sessions'>> {
  const rows = await queries.liveSessions(ctx, ctx.actor.id!)
  return { rows: rows.map((row) => ({ id: row.id, current: row.id === ctx.actor.session, device: deviceName(row.device), address: row.address, since: row.since.toISOString(), lastSeen: row.last_seen.toISOString() })) }
}

export async function signOut(ctx: Ctx) {
  await queries.endSession(ctx, ctx.actor.id!, ctx.actor.session!)
  ctx.keepSession(null, 0)
  ctx.record('identity.signed-out', oneself(ctx))
  return {}
}

export async function endSession(ctx: Ctx, { id }: Input<'identity', 'endSession'>) {
  found(await queries.endSession(ctx, ctx.actor.id!, id))
  if (id === ctx.actor.session) ctx.keepSession(null, 0)
  ctx.record('identity.session-ended', oneself(ctx), { session: id })
  return {}
}
