import type { AddressInfo } from 'node:net'
import type { City } from './city.ts'
import type { Person } from './city-people.ts'

export interface Streams { told: string[], close(): Promise<void> }

/** Open screens of these people, and every message they are told. */
export async function openStreams(city: City, people: readonly Person[]): Promise<Streams> {
  await city.http.listen({ port: 0, host: '127.0.0.1' })
  const address = `http://127.0.0.1:${(city.http.server.address() as AddressInfo).port}/api/stream`
  const stop = new AbortController()
  const told: string[] = []
  const reading = await Promise.all(people.map(async ({ token }) => {
    const { body } = await fetch(address, { headers: { authorization: `Bearer ${token}` }, signal: stop.signal })
    return listen(body!, told)
  }))
  return {
    told,
    async close() {
      stop.abort()
      await Promise.all(reading.flat())
    },
  }
}

/** Not awaited by who opens it: it goes on until the stream ends. */
function listen(body: ReadableStream, told: string[]): Promise<void>[] {
  return [(async () => {
    const decoder = new TextDecoder()
    for await (const piece of body) for (const [, message] of decoder.decode(piece as Uint8Array).matchAll(/^data: (.*)$/gm)) told.push(message!)
  })().catch(() => undefined)]
}
