import { createHash } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { nobody, type Actor } from './actor.ts'
import type { Database } from './db.ts'

const cookie = 'linli_session'

/** 32 random bytes travel in the cookie; only their hash is stored. */
export const hashToken = (token: string) => createHash('sha256').update(token).digest()

export function keepSession(reply: FastifyReply, token: string | null, seconds: number): void {
  const base = { path: '/', httpOnly: true, sameSite: 'lax', secure: reply.request.protocol === 'https' } as const
  if (token === null) reply.clearCookie(cookie, base)
  else reply.setCookie(cookie, token, { ...base, maxAge: seconds })
}

/** The token of a request: a cookie from browsers, a bearer token from the mini-program, which keeps no cookies. */
export function tokenOf(request: FastifyRequest): string | undefined {
  const bearer = request.headers.authorization?.match(/^Bearer ([\w-]{20,100})$/)?.[1]
  return bearer ?? request.cookies[cookie]
}

/** Who is behind a token; nobody where it is missing, unknown, ended or idle too long. An open stream alone keeps no session awake (`isThere` false). */
export async function whoIs(database: Database, token: string | undefined, now: Date, isThere = true): Promise<Actor> {
  if (!token) return nobody
  const [row] = await database.own<{ who: Actor | null }>('select who_is($1, $2, $3) as who /* kept */', [hashToken(token), now, isThere])
  return row?.who ?? nobody
}
