import { createHash, timingSafeEqual } from 'node:crypto'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client'
import type { Database } from '../kernel/db.ts'
import type { Jobs } from '../kernel/jobs.ts'
import { Problem } from '../kernel/problem.ts'
import type { Realtime } from '../kernel/realtime.ts'

interface Measured { database: Database, realtime: Realtime, jobs: Pick<Jobs, 'dead'>, token: string | null }

/**
 * `/livez`: the process answers. `/readyz`: the database answers too. `/metrics`: Prometheus text, without personal data, but how many are at work and
 * what fails is not everybody's: for this machine, and for whoever brings the token.
 */
export function reportHealth(app: FastifyInstance, { database, realtime, jobs, token }: Measured): void {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry, prefix: 'linli_' })
  const seconds = new Histogram({ name: 'linli_request_seconds', help: 'Time of an answer by endpoint', labelNames: ['route', 'status'], buckets: [0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 3], registers: [registry] })
  const faults = new Counter({ name: 'linli_faults_total', help: 'Answers that were bugs (5xx)', registers: [registry] })
  const streams: Gauge = new Gauge({ name: 'linli_streams', help: 'Open screens', registers: [registry], collect: () => { streams.set(realtime.count()) } })
  const dead: Gauge = new Gauge({ name: 'linli_jobs_dead', help: 'Jobs that failed every try and wait for somebody', registers: [registry], collect: async () => { dead.set(await jobs.dead()) } })
  app.addHook('onResponse', async (request, reply) => {
    seconds.observe({ route: request.routeOptions.url ?? 'unknown', status: String(reply.statusCode) }, reply.elapsedTime / 1000)
    if (reply.statusCode >= 500) faults.inc()
  })
  app.get('/livez', async () => ({ status: 'ok' }))
  app.get('/readyz', async (_request, reply) => {
    const isReady = await database.own('select 1').then(() => true, () => false)
    return reply.status(isReady ? 200 : 503).send({ status: isReady ? 'ok' : 'database unreachable' })
  })
  app.get('/metrics', async (request, reply) => {
    if (!isHere(request.ip) && !(token && bringsToken(request, token))) throw new Problem('input.not-found')
    return reply.type(registry.contentType).send(await registry.metrics())
  })
}

const isHere = (address: string): boolean => /^(::ffff:)?127\.|^::1$/.test(address)

const digest = (text: string) => createHash('sha256').update(text).digest()
const bringsToken = ({ headers }: FastifyRequest, token: string): boolean => timingSafeEqual(digest(headers.authorization ?? ''), digest(`Bearer ${token}`))
