import { request as open } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { openCity, type City } from '../apps/server/test/city.ts'
import type { Person, Subdistrict as Street } from '../apps/server/test/city-people.ts'
import { openOffice, pointIn } from '../apps/server/test/office.ts'
import { countLive } from '../apps/server/src/start/count-live.ts'
import type { Result } from './measure.ts'

const clients = 1000
/** One session may hold twenty. */
const perPerson = 18
const times = 40
/** So many of the screens show figures, and ask for them anew when they are told that they changed. */
const boards = 100

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
    const told = new Map<number, () => void>()
    const hear = (no: number, topic: string, id: string) => {
      if (topic === 'indicator') return told.get(no)?.()
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
    const listen = async (person: Person, no: number) => void streams.push(await stream(city, person, (topic, id) => hear(no, topic, id)))
    await listen(listeners[0]!, 0)
    const one = await measured()
    for (let at = 1; at < clients; at += 1) await listen(listeners[at % listeners.length]!, at)
    const before = process.cpuUsage()
    const many = await measured()
    const cpu = process.cpuUsage(before)
    const stop = countLive(city.server)
    const counted = await visible(street, listeners, { told, reporters })
    await stop()
    for (const { close } of streams) close()
    const middle = (list: number[]) => list[Math.floor(list.length / 2)]!
    return [{ what: `from an answer until the last of ${clients} screens has heard`, ours: middle(many), p99: many.at(-1)!, baseline: middle(one), target: { p99: 500 }, note: `baseline: one screen; ${((cpu.user + cpu.system) / 1000 / many.length).toFixed(0)} ms of CPU a report, screens included` },
    { what: `from an answer until the last of ${boards} boards shows the new figure, ${clients} screens open`, ours: middle(counted), p99: counted.at(-1)!, baseline: middle(many), target: { p99: 1000 }, note: 'counted, told to all, asked for anew by each board' }]
  } finally {
    await city.close()
  }
}

/** How long after a report every board has the street's figure with it. */
async function visible(street: Street, listeners: readonly Person[], { told, reporters }: { told: Map<number, () => void>, reporters: readonly Person[] }): Promise<number[]> {
  const valueFor = async (person: Person) => (await person.call('indicator', 'figures', { area: street.area, theme: 'event' })).figures.find(({ code }) => code === 'today')!.value ?? 0
  const taken: number[] = []
  let known = await valueFor(listeners[0]!)
  for (let at = 0; at < times; at += 1) {
    await reporters[at % reporters.length]!.call('event', 'report', { description: '路灯不亮', matter: '06010', point: pointIn(street, 0) })
    const began = performance.now()
    const board = (person: Person, no: number) => new Promise<number>((resolve) => {
      told.set(no, () => void valueFor(person).then((value) => value > known && told.delete(no) && resolve(value)))
    })
    const shown = await Promise.all(Array.from({ length: boards }, (_, no) => board(listeners[no % listeners.length]!, no)))
    taken.push(performance.now() - began)
    known = Math.max(...shown)
    await wait(300)
  }
  return taken.toSorted((a, b) => a - b)
}

async function crowd(count: number, make: () => Promise<Person>): Promise<Person[]> {
  const people: Person[] = []
  while (people.length < count) people.push(await make())
  return people
}

/** An open stream, once it has said that it is open. */
function stream({ http }: City, { token }: Person, hear: (topic: string, id: string) => void): Promise<{ close(): void }> {
  const { port } = http.server.address() as AddressInfo
  return new Promise((resolve, reject) => {
    const asked = open({ port, path: '/api/stream', headers: { authorization: `Bearer ${token}` }, agent: false }, (answer) => {
      if (answer.statusCode !== 200) return reject(new Error(`no stream: ${answer.statusCode}`))
      answer.setEncoding('utf8')
      answer.on('data', (text: string) => {
        if (text.includes('resync')) resolve({ close: () => void asked.destroy() })
        for (const [, topic, id] of text.matchAll(/"topic":"(event|indicator)","id":"([^"]+)"/g)) hear(topic!, id!)
      })
    })
    asked.on('error', reject)
    asked.end()
  })
}
