import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { nobody } from '../kernel/actor.ts'
import type { Crypto } from '../kernel/crypto.ts'
import { Problem } from '../kernel/problem.ts'
import { keepSession } from '../kernel/session-cookie.ts'
import { transact } from '../kernel/transaction.ts'
import { signInByOidc, type Vouched } from '../modules/identity/index.ts'
import { OutsideFailure } from '../outside/failure.ts'
import type { Server } from '../server.ts'

const base = '/api/identity/oidc'
const cookie = 'linli_sign_on'
/** Long enough to find one's card and type a code at the provider. */
const patience = 10 * 60

/**
 * Single sign-on, where a provider is set up. A browser walks these addresses itself, so every answer is a redirect: into the platform, or to the
 * sign-in page with `problem` naming what went wrong. What must be remembered on the way stands sealed in a cookie of ten minutes.
 */
export async function openSignOn(app: FastifyInstance, { around, config, outside, log }: Server): Promise<void> {
  if (!config.oidc) return
  const back = (request: FastifyRequest, reply: FastifyReply) => (error: unknown) => {
    if (!(error instanceof OutsideFailure || error instanceof Problem)) throw error
    if (error instanceof OutsideFailure) log.warn({ err: error, request: request.id }, 'outside')
    return reply.redirect(`/sign-in?problem=${error instanceof Problem ? error.code : 'sign-in.outside'}`)
  }
  const begin = async (reply: FastifyReply) => {
    const { address, remembered } = await outside.identityProvider!.begin(`${config.publicUrl}${base}/callback`)
    const until = around.clock().getTime() + patience * 1000
    reply.setCookie(cookie, seal(around.crypto, { remembered, until }), { ...cookieOf(reply), maxAge: patience })
    return reply.redirect(address)
  }
  const finish = async (request: FastifyRequest, reply: FastifyReply) => {
    const remembered = open(around.crypto, request.cookies[cookie], around.clock())
    reply.clearCookie(cookie, cookieOf(reply))
    const person = await outside.identityProvider!.finish(new URL(request.url, config.publicUrl), remembered)
    await letIn(around, person, request, reply)
    return reply.redirect('/')
  }
  const options = { config: { rateLimit: { max: 20, timeWindow: '1 minute' } } }
  app.get(`${base}/start`, options, (request, reply) => begin(reply).catch(back(request, reply)))
  app.get(`${base}/callback`, options, (request, reply) => finish(request, reply).catch(back(request, reply)))
}

const letIn = (around: Server['around'], person: Vouched, request: FastifyRequest, reply: FastifyReply) => transact(around, 'write', {
  actor: nobody, scope: { role: 'gate' }, keepSession: (token, seconds) => keepSession(reply, token, seconds),
  request: { id: request.id, address: request.ip, device: String(request.headers['user-agent'] ?? '').slice(0, 200) },
}, (ctx) => signInByOidc(ctx, person))

/** Lax: the provider sends the browser back from another site. */
const cookieOf = ({ request }: FastifyReply) => ({ path: base, httpOnly: true, sameSite: 'lax', secure: request.protocol === 'https' }) as const

interface Sealed { remembered: string, until: number }

const seal = (crypto: Crypto, sealed: Sealed): string => crypto.encrypt(JSON.stringify(sealed), cookie).toString('base64url')

/** @throws Problem where the browser brings no cookie of ours, or a stale one. */
function open(crypto: Crypto, sealed: string | undefined, now: Date): string {
  const { remembered, until } = (sealed && read(crypto, sealed)) || { remembered: '', until: 0 }
  if (until <= now.getTime()) throw new Problem('sign-in.outside')
  return remembered
}

function read(crypto: Crypto, sealed: string): Sealed | undefined {
  try {
    return JSON.parse(crypto.decrypt(Buffer.from(sealed, 'base64url'), cookie)) as Sealed
  } catch {
    return undefined
  }
}
