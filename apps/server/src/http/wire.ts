import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { Problem, problemBody } from '../kernel/problem.ts'

/** Five minutes for a whole request, as Node itself gives: a photo over a bad network comes in that time, and nobody holds a line open for ever. */
export const longestRequest = 300_000

const lengths: Record<string, Problem> = { HPE_HEADER_OVERFLOW: new Problem('input.too-large'), ERR_HTTP_REQUEST_TIMEOUT: new Problem('request.too-slow') }

/** What is no HTTP, too long or too slow for it never becomes a request; it is refused in the same form as all the others, and the line is closed. */
export function refuseOnTheWire(error: Error & { code?: string }, socket: Socket): void {
  // The other end has hung up, or has had an answer already.
  if (error.code === 'ECONNRESET' || !socket.writable || socket.bytesWritten > 0) return void socket.destroy()
  socket.end(bytesOf(lengths[error.code ?? ''] ?? notHttp()))
}

/** `Expect:` with anything but `100-continue`. */
export function refuseExpectation(_request: IncomingMessage, { socket }: ServerResponse): void {
  socket?.end(bytesOf(notHttp()))
}

const notHttp = () => new Problem('input.invalid', { detail: '提交的内容格式不正确' })

function bytesOf(problem: Problem): string {
  const body = problemBody(problem)
  const text = JSON.stringify(body)
  return `HTTP/1.1 ${body.status} Refused\r\ncontent-type: application/problem+json; charset=utf-8\r\ncontent-length: ${Buffer.byteLength(text)}\r\ncache-control: no-store\r\nconnection: close\r\n\r\n${text}`
}
