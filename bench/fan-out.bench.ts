import { request as open } from 'node:http'
import type { AddressInfo } from 'node:net'
import { openCity, type City } from '../apps/server/test/city.ts'
import type { Person } from '../apps/server/test/city-people.ts'
import { openOffice, pointIn } from '../apps/server/test/office.ts'
import type { Result } from './measure.ts'

const clients = 1000
/** One session may hold twenty. */
const perPerson = 18
const times = 40

/** From the answer to a report until the last of the open streams of its area has heard of it; the server and its listeners share this process. Baseline: a single stream. */
export default async function fanOut(): Promise<Result[]> {
  const city = await openCity()
  try {
    const { street } = await openOffice(city)
    await city.http.listen({ port: 0, host: '127.0.0.1' })
    const reporters = await crowd(4, () => street.staff('网格员', 'gridWorker'))
    const streams: { close(): void }[] = []
    const heard = new Map<string, number>()
    let wake = (): void => undefined
    const hear = (id: string) => {
      heard.set(id, (heard.get(id) ?? 0) + 1)
      if (heard.get(id) === streams.length) wake()
    }
    const tell = async (at: number): Promise<number> => {
      const { id } = await reporters[at % reporters.length]!.call('event', 'report', { description: '路灯不亮', matter: '06010', point: pointIn(street, 0) })
      const answered = performance.now()
      while ((heard.get(id) ?? 0) < streams.length) await new Promise<void>((resolve) => { wake = resolve })
      return performance.now() - answered
    }
    const measured = async () => {
      const taken: number[] = []
      for (let at = 0; at < times; at += 1) taken.push(await tell(at))
      return taken.toSorted((a, b) => a - b)
    }
    const listeners = await crowd(Math.ceil(clients / perPerson), () => street.staff('社工', 'socialWorker'))
    const listen = async (person: Person) => void streams.push(await stream(city, person, hear))
    await listen(listeners[0]!)
    const one = await measured()
    for (let at = 1; at < clients; at += 1) await listen(listeners[at % listeners.length]!)
    const before = process.cpuUsage()
    const many = await measured()
    const cpu = process.cpuUsage(before)
    for (const { close } of streams) close()
    const middle = (list: number[]) => list[Math.floor(list.length / 2)]!
    return [{ what: `from an answer until the last of ${clients} screens has heard`, ours: middle(many), p99: many.at(-1)!, baseline: middle(one), target: { p99: 500 }, note: `baseline: one screen; ${((cpu.user + cpu.system) / 1000 / many.length).toFixed(0)} ms of CPU a report, screens included` }]
  } finally {
    await city.close()
  }
}

async function crowd(count: number, make: () => Promise<Person>): Promise<Person[]> {
  const people: Person[] = []
  while (people.length < count) people.push(await make())
  return people
}

/** An open stream, once it has said that it is open. */
function stream({ http }: City, { token }: Person, hear: (id: string) => void): Promise<{ close(): void }> {
  const { port } = http.server.address() as AddressInfo
  return new Promise((resolve, reject) => {
    const asked = open({ port, path: '/api/stream', headers: { authorization: `Bearer ${token}` }, agent: false }, (answer) => {
      if (answer.statusCode !== 200) return reject(new Error(`no stream: ${answer.statusCode}`))
      answer.setEncoding('utf8')
      answer.on('data', (text: string) => {
        if (text.includes('resync')) resolve({ close: () => void asked.destroy() })
        for (const [, id] of text.matchAll(/"topic":"event","id":"([0-9a-f-]+)"/g)) hear(id!)
      })
    })
    asked.on('error', reject)
    asked.end()
  })
}
