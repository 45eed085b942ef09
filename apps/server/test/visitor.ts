import { createCall, type Call } from '@linli/client'
import type { FastifyInstance } from 'fastify'

/** A browser at the door, nobody yet; keeps its cookies. Each has an address of its own, so that the limits of one are not those of another. */
export interface Visitor {
  call: Call
  /** Follows an address by GET, without following redirects. */
  open(path: string): Promise<{ status: number, location: string | undefined, body: string }>
  cookies: Map<string, string>
}

let visitors = 0

export function visitor(http: FastifyInstance, userAgent = 'Mozilla/5.0 (Windows NT 10.0) Chrome/140.0'): Visitor {
  const number = (visitors += 1)
  const cookies = new Map<string, string>()
  const ask = async (method: 'GET' | 'POST', url: string, payload?: object) => {
    const answer = await http.inject({
      method, url, ...(payload && { payload }), cookies: Object.fromEntries(cookies),
      headers: { 'user-agent': userAgent, 'x-forwarded-for': `10.9.${number >> 8}.${number & 255}` },
    })
    for (const { name, value, expires } of answer.cookies) {
      if (expires && expires < new Date()) cookies.delete(name)
      else cookies.set(name, value)
    }
    return answer
  }
  return {
    cookies,
    call: createCall(async (path, body) => {
      const answer = await ask('POST', path, body as object)
      return { status: answer.statusCode, body: answer.body === '' ? null : answer.json() }
    }),
    async open(path) {
      const answer = await ask('GET', path)
      return { status: answer.statusCode, location: answer.headers.location, body: answer.body }
    },
  }
}
