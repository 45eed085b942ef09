import type { FastifyInstance } from 'fastify'
import { nobody, type Actor } from '../kernel/actor.ts'
import { Problem } from '../kernel/problem.ts'
import { tokenOf, whoIs } from '../kernel/session-cookie.ts'
import type { Around } from '../kernel/transaction.ts'

declare module 'fastify' {
  interface FastifyRequest { actor: Actor }
}

/** Puts the actor on each request of the API and turns away what was sent from another site's page; a proxy may call us by another name than `publicUrl`. */
export function recognise(app: FastifyInstance, { database, clock }: Pick<Around, 'database' | 'clock'>, publicUrl: string): void {
  const home = new URL(publicUrl).origin
  app.decorateRequest('actor', undefined as unknown as Actor)
  app.addHook('onRequest', async (request) => {
    request.actor = nobody
    // By the route and not by the address: /%61pi/ leads to the same place.
    if (!request.routeOptions.url?.startsWith('/api/')) return
    if (request.method !== 'GET' && request.headers.origin !== home && isForeign(request.headers.origin, request.headers.host)) throw new Problem('request.origin')
    request.actor = await whoIs(database, tokenOf(request), clock())
  })
}

/** Cookies are SameSite=Lax already; this is the second lock. Mini-programs and programs send no Origin, a page that hides where it is from sends `null`. */
const isForeign = (origin: string | undefined, host: string | undefined) => origin !== undefined && !(URL.canParse(origin) && new URL(origin).host === host)
