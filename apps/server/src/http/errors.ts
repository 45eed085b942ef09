import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Logger } from 'pino'
import { Problem, fromDatabase, problemBody } from '../kernel/problem.ts'
import { OutsideFailure } from '../outside/failure.ts'

/** Whatever goes wrong leaves as application/problem+json (RFC 9457); bugs are logged under the request's id and tell nothing else. */
export function answerErrors(app: FastifyInstance, log: Logger): void {
  app.setErrorHandler((error: Error & { statusCode?: number, code?: string }, request, reply) => {
    const problem = asProblem(error)
    if (error instanceof OutsideFailure) log.warn({ err: error, request: request.id }, 'outside')
    if (problem.code === 'server.busy') log.warn({ err: error, request: request.id }, 'busy')
    if (problem.code === 'server.fault') log.error({ err: error, request: request.id, route: request.routeOptions.url }, 'bug')
    return send(problem, request, reply)
  })
  app.setNotFoundHandler((request, reply) => send(new Problem('input.not-found'), request, reply))
}

export function send(problem: Problem, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const body = problemBody(problem, request.id)
  return reply.status(body.status).type('application/problem+json').header('cache-control', 'no-store').send(JSON.stringify(body))
}

function asProblem(error: Error & { statusCode?: number, code?: string }): Problem {
  const known = fromDatabase(error)
  if (known instanceof Problem) return known
  if (error instanceof OutsideFailure) return new Problem('outside.failed')
  if (error.statusCode === 429) return new Problem('request.too-many', { detail: '操作太频繁，请一分钟后再试' })
  if (error.code === 'FST_REQ_FILE_TOO_LARGE') return new Problem('file.too-large')
  if (error.statusCode === 413) return new Problem('input.too-large')
  if (error.statusCode === 503) return new Problem('server.busy')
  if (error.statusCode && error.statusCode < 500) return new Problem('input.invalid', { detail: '提交的内容格式不正确' })
  return new Problem('server.fault')
}
