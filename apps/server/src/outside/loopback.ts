import { createServer } from 'node:http'
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'
import { text } from 'node:stream/consumers'

export interface Asked { method: string, path: string, query: URLSearchParams, headers: IncomingHttpHeaders, body: string }
export interface Answer { status?: number, body: unknown }
export interface Loopback { address: string, close(): Promise<void> }

/** A small server of JSON, and of pictures where the body is one, that only this machine reaches, on a free port: what simulators stand on. */
export async function openLoopback(answer: (asked: Asked) => Answer | Promise<Answer>): Promise<Loopback> {
  const server = createServer((request, reply) => {
    askedOf(request).then(answer).then(({ status = 200, body }) => body instanceof Uint8Array ? reply.writeHead(status, { 'content-type': 'image/png', 'access-control-allow-origin': '*' }).end(body) : reply.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(body)), () => reply.writeHead(500).end())
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', resolve)
  })
  const place = server.address()
  return {
    address: `http://127.0.0.1:${typeof place === 'object' && place ? place.port : 0}`,
    close: () => new Promise((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    }),
  }
}

async function askedOf(request: IncomingMessage): Promise<Asked> {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://loopback')
  return { method: request.method ?? 'GET', path: pathname, query: searchParams, headers: request.headers, body: await text(request) }
}
