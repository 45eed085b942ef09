import type { ServerResponse } from 'node:http'
import type { FastifyInstance } from 'fastify'
import type { Database } from '../kernel/db.ts'
import { Problem } from '../kernel/problem.ts'
import type { Listener, Realtime } from '../kernel/realtime.ts'
import { tokenOf, whoIs } from '../kernel/session-cookie.ts'

/** Often enough that proxies keep the stream open, and that a session or a post that ended is noticed within a minute. */
const beat = 25_000
/** Bytes that may wait for a screen that does not read; a slower one is cut off and asks for everything again when it comes back. */
const mostWaiting = 256 * 1024
/** More than anybody has windows. */
const mostStreams = 20

/** One server-sent stream a browser: `{topic, id}` for what changed, `{topic: 'resync'}` after every (re)connection. */
export function openStream(app: FastifyInstance, realtime: Realtime, database: Database, clock: () => Date): void {
  const open = new Set<ServerResponse>()
  // A stream never ends by itself, and the server waits for whatever is under way.
  app.addHook('preClose', async () => open.forEach((raw) => raw.end()))
  app.get('/api/stream', { exposeHeadRoute: false, config: { rateLimit: { max: 60, timeWindow: '1 minute' } } }, async (request, reply) => {
    const { actor } = request
    if (actor.side === 'gate') throw new Problem('sign-in.needed')
    if (actor.mustChangePassword) throw new Problem('sign-in.change-password')
    if (realtime.count(actor.session) >= mostStreams) throw new Problem('request.too-many', { detail: '打开的页面太多，请关闭一些再试' })
    reply.hijack()
    const { raw } = reply
    raw.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store', connection: 'keep-alive', 'x-accel-buffering': 'no' })
    const write = (text: string) => {
      if (raw.writableEnded || raw.destroyed) return
      raw.write(text)
      if (raw.writableLength > mostWaiting) raw.destroy()
    }
    const listener: Listener = { actor, send: (message) => write(`data: ${JSON.stringify(message)}\n\n`) }
    const stop = realtime.listen(listener)
    const timer = setInterval(async () => {
      listener.actor = await whoIs(database, tokenOf(request), clock(), false).catch(() => listener.actor)
      if (listener.actor.side === 'gate') raw.end()
      else write(': beat\n\n')
    }, beat)
    open.add(raw)
    listener.send({ topic: 'resync' })
    raw.on('close', () => {
      clearInterval(timer)
      stop()
      open.delete(raw)
    })
  })
}
