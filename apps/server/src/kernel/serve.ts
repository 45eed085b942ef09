import { contract, type Endpoint } from '@linli/contract'
import { maskWithin } from '@linli/standards'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Outside } from '../outside/index.ts'
import { scopeOf, tenantOf, type Actor } from './actor.ts'
import { once } from './answered.ts'
import type { Ctx } from './ctx.ts'
import type { AnyModule } from './module.ts'
import { Problem, invalid, inWords } from './problem.ts'
import { keepSession } from './session-cookie.ts'
import { transact, type Around, type Asking } from './transaction.ts'

/** A path from asking to answering: who? may they? well-formed? one transaction, answer as promised. */
export function serve(app: FastifyInstance, modules: AnyModule[], around: Around, outside: Outside): void {
  for (const module of modules) {
    for (const [name, endpoint] of Object.entries(contract[module.name]) as [string, Endpoint][]) {
      app.post(`/api/${module.name}/${name}`, { config: { rateLimit: { max: endpoint.perMinute ?? 300, timeWindow: '1 minute' } } }, async (request, reply) =>
        reply.header('cache-control', 'no-store').send(await answer(around, outside, { module, name, endpoint }, request, reply)))
    }
  }
}

interface Door { module: AnyModule, name: string, endpoint: Endpoint }

async function answer(around: Around, outside: Outside, { module, name, endpoint }: Door, request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
  const { actor } = request
  admit(actor, endpoint, name)
  const scope = scopeOf(actor, endpoint.may)
  const parsed = endpoint.input.safeParse(request.body ?? {}, { error: inWords })
  if (!parsed.success) throw invalid(parsed.error)
  const reached = await module.reach?.[name]?.(outside, parsed.data)
  const asking: Asking = { actor, scope, reached, keepSession: (token, seconds) => keepSession(reply, token, seconds), request: { id: request.id, address: request.ip, device: String(request.headers['user-agent'] ?? '').slice(0, 200) } }
  const act = async (ctx: Ctx) => endpoint.output.parse(await module.handle[name]!(ctx, parsed.data))
  if (endpoint.kind === 'writes') {
    const key = request.headers['idempotency-key']
    // At the door nothing is remembered: what is answered there opens it.
    const isKept = typeof key === 'string' && !endpoint.tellsSecret && endpoint.may !== 'anyone'
    return once(around, asking, { key: isKept ? key : undefined, endpoint: `${module.name}.${name}`, input: parsed.data }, act)
  }
  const result = await transact(around, 'read', asking, act)
  if (endpoint.sensitive) await recordLook(around, asking, `${module.name}.${name}`, parsed.data as Record<string, unknown>)
  return result
}

/** Until the first password is changed nothing else can be done. */
function admit(actor: Actor, endpoint: Endpoint, name: string): void {
  const always = ['me', 'changePassword', 'signOut', 'signInWays']
  if (actor.mustChangePassword && endpoint.may !== 'anyone' && !always.includes(name)) throw new Problem('sign-in.change-password')
}

/** Looks at what the law calls sensitive are written down in a short transaction of their own (PIPL art. 51, 54); numbers that were typed only masked. */
async function recordLook(around: Around, asking: Asking, name: string, input: Record<string, unknown>): Promise<void> {
  const area = asking.scope.areas?.[0] ?? asking.actor.area
  await transact(around, 'write', asking, async (ctx) => ctx.record(`${name}.looked`, { kind: 'look', id: String(input.id ?? name), subdistrict: tenantOf(area), area }, maskWithin(input) as Record<string, unknown>))
}
