import type { ServerResponse } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import type { FastifyInstance } from 'fastify'

/** Milliseconds that requests under way have when the server stops; Fastify itself waits ten seconds. */
const patience = 8000

/** Whoever is being answered when the server stops still gets the answer; only then are connections closed. New requests are turned away meanwhile. */
export function finishFirst(app: FastifyInstance): void {
  const underWay = new Set<ServerResponse>()
  app.addHook('onRequest', async ({ routeOptions }, { raw }) => {
    // A stream is never at its end; it is closed with the server.
    if (routeOptions.url === '/api/stream') return
    underWay.add(raw)
    raw.on('close', () => underWay.delete(raw))
  })
  app.addHook('preClose', async () => {
    for (const end = Date.now() + patience; underWay.size > 0 && Date.now() < end;) await wait(20)
  })
}
