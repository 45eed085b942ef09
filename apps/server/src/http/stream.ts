import type { FastifyInstance } from 'fastify'
import type { Database } from '../kernel/db.ts'
import { Problem } from '../kernel/problem.ts'
import type { Realtime } from '../kernel/realtime.ts'
import { tokenOf, whoIs } from '../kernel/session-cookie.ts'

/** Often enough that proxies keep the stream open and an ended session is noticed within a minute. */
const beat = 25_000

/** One server-sent stream a browser: `{topic, id}` for what changed, `{topic: 'resync'}` after every (re)connection. */
export function openStream(app: FastifyInstance, realtime: Realtime, database: Database, clock: () => Date): void {
  app.get('/api/stream', { config: { rateLimit: { max: 60, timeWindow: '1 minute' } } }, async (request, reply) => {
    if (request.actor.side === 'gate') throw new Problem('sign-in.needed')
    reply.hijack()
    const { raw } = reply
    raw.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store', connection: 'keep-alive', 'x-accel-buffering': 'no' })
    const send = (message: object) => void raw.write(`data: ${JSON.stringify(message)}\n\n`)
    const stop = realtime.listen({ actor: request.actor, send })
    const timer = setInterval(() => {
      raw.write(': beat\n\n')
      whoIs(database, tokenOf(request), clock(), false).then(({ side }) => side === 'gate' && raw.end(), () => undefined)
    }, beat)
    send({ topic: 'resync' })
    raw.on('close', () => {
      clearInterval(timer)
      stop()
    })
  })
}
