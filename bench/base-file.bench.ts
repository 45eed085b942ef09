import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { setTimeout as wait } from 'node:timers/promises'
import { createCall } from '@linli/client'
import { streamXlsxRows } from 'hucre/xlsx'
import { from, to } from 'pg-copy-streams'
import { openCity, type City } from '../apps/server/test/city.ts'
import type { Result } from './measure.ts'
import { startOther, type OtherServer } from './other-server.ts'
import { fillStreet, type Street } from './people.ts'
import { postgresTime } from './processor.ts'
import { fileOf } from './resident-file.ts'

/** The ledger 实有人口台账 that every installation has (migration 0048). */
const everybody = '00000000-0000-7000-8000-000000480001'

/**
 * A workbook of everybody in a sub-district: from the file to people who can be found, and back into a workbook, through the front door of a server in a process of its own.
 * Baselines in the same run: the same file read as a stream and copied into a table of text; the same table copied out.
 */
export default async function baseFileBench(): Promise<Result[]> {
  const city = await openCity()
  try {
    const { file, who } = await fillStreet(city, { isEmpty: true }).then(async (street) => ({ file: await fileOf(street.base), who: street.who }))
    // Before and after: a machine that is lent is not as fast in one minute as in the next.
    const copies = () => several(2, () => measured(city, () => copyBare(city, file)))
    const before = await copies()
    const taken = await withOther(city, (other) => importAll(who, other, file))
    const bare = mean([...before, ...await copies()])
    // A minute later the server's own upkeep would have done so.
    await city.owner.query('vacuum analyze person, residency, revision')
    const out = await measured(city, () => copyOut(city))
    const given = await withOther(city, (other) => exportAll(who, other), false)
    const said = ({ ms, cpu, postgres }: Cost) => `${(ms / 1000).toFixed(1)} s, processor ${(cpu / 1000).toFixed(1)} + ${(postgres / 1000).toFixed(1)} s`
    return [
      { what: `import of ${taken.rows} rows, ${(file.length / 1e6).toFixed(0)} MB`, ours: taken.ms, baseline: bare.ms, target: { ratio: 3 }, note: `${Math.round(taken.rows / taken.ms * 1000)} rows/s; ${said(taken)} of server and PostgreSQL (baseline ${said(bare)}); ${taken.note}; memory ${taken.memory.toFixed(0)} MB` },
      { what: 'import, processor time', ours: taken.cpu + taken.postgres, baseline: bare.cpu + bare.postgres, target: { ratio: 3 } },
      { what: `export of ${given.rows} rows`, ours: given.ms, baseline: out.ms, target: { ours: 20_000 }, note: `${said(given)}; ${given.note}` },
      { what: 'export, memory in MB against an idle server', ours: given.memory, baseline: given.idle, target: { ours: 400 } },
    ]
  } finally {
    await city.close()
  }
}

interface Cost { ms: number, cpu: number, postgres: number }

async function several(times: number, work: () => Promise<Cost>): Promise<Cost[]> {
  const costs: Cost[] = []
  while (costs.length < times) costs.push(await work())
  return costs
}

const mean = (costs: readonly Cost[]): Cost => {
  const of = (name: keyof Cost) => costs.reduce((sum, cost) => sum + cost[name], 0) / costs.length
  return { ms: of('ms'), cpu: of('cpu'), postgres: of('postgres') }
}

/** What some work of this process costs. */
async function measured(city: City, work: () => Promise<unknown>): Promise<Cost> {
  const [began, cpu, postgres] = [performance.now(), process.cpuUsage(), await postgresTime(city.owner)]
  await work()
  const { user, system } = process.cpuUsage(cpu)
  return { ms: performance.now() - began, cpu: (user + system) / 1000, postgres: await postgresTime(city.owner) - postgres }
}

interface Done { rows: number, note: string }

async function withOther(city: City, work: (other: OtherServer) => Promise<Done>, hasJobs = true): Promise<Done & Cost & { memory: number, idle: number }> {
  const other = await startOther(city, hasJobs)
  try {
    await comeToRest(city, other, hasJobs)
    const before = await other.used()
    let done: Done = { rows: 0, note: '' }
    const cost = await measured(city, async () => { done = await work(other) })
    const { cpu, memory } = await other.used()
    return { ...done, ...cost, cpu: cpu - before.cpu, memory, idle: before.memory }
  } finally {
    await other.close()
  }
}

/**
 * What a server looks over at its start (each of 48,500 homes in which nobody lives yet) and counts within the next minutes is done long before anybody sends it
 * a file: at rest, nothing waits to be counted and it and PostgreSQL use next to nothing for three seconds.
 */
async function comeToRest({ owner }: City, other: OtherServer, isCounting: boolean): Promise<void> {
  const used = async () => (await other.used()).cpu + await postgresTime(owner)
  const waits = async () => isCounting && (await owner.query<{ waits: boolean }>('select exists (select from measure_touched) as waits')).rows[0]!.waits
  for (let still = 0; still < 3 || await waits();) {
    const before = await used()
    await wait(1000)
    still = await used() - before < 50 ? still + 1 : 0
  }
}

async function copyBare({ owner }: City, file: Buffer): Promise<void> {
  async function* lines() {
    for await (const { values } of streamXlsxRows(file)) yield `${Array.from({ length: width }, (_, at) => (values[at] === null || values[at] === undefined ? '\\N' : String(values[at]).replace(/[\\\t\n\r]/g, ' '))).join('\t')}\n`
  }
  const width = 32
  await owner.query('drop table if exists bare')
  await owner.query(`create table bare (${Array.from({ length: width }, (_, at) => `c${at} text`).join(', ')})`)
  await pipeline(Readable.from(lines(), { objectMode: false }), owner.query(from('copy bare from stdin')))
}

async function copyOut({ owner }: City): Promise<void> {
  for await (const _ of owner.query(to('copy bare to stdout'))) continue
}

const asking = (who: Street['who'], { address }: OtherServer) => {
  const { token } = who.street[0]!
  const send = (path: string, init: RequestInit) => fetch(`${address}${path}`, { method: 'POST', ...init, headers: { authorization: `Bearer ${token}`, ...init.headers } })
  return { send, call: createCall(async (path, body) => {
    const answer = await send(path, { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } })
    return { status: answer.status, body: await answer.json() }
  }) }
}

async function importAll(who: Street['who'], other: OtherServer, file: Buffer): Promise<Done> {
  const { send, call } = asking(who, other)
  const form = new FormData()
  form.set('file', new Blob([file]), '实有人口.xlsx')
  const began = performance.now()
  const { id } = await (await send('/api/table/upload', { body: form })).json() as { id: string }
  const until = async (status: string) => {
    for (;;) {
      const batch = await call('intake', 'get', { id })
      if (batch.status === status) return batch
      if (batch.status === 'failed') throw new Error(batch.fault ?? '')
      await wait(200)
    }
  }
  await until('ready')
  const read = performance.now() - began
  await call('intake', 'commit', { id, which: 'good', merge: { otherwise: 'fill', fields: {} } })
  const done = await until('done')
  return { rows: done.read, note: `read in ${(read / 1000).toFixed(1)} s; ${Object.entries(done.results).map(([result, count]) => `${count} ${result}`).join(', ')}` }
}

async function exportAll(who: Street['who'], other: OtherServer): Promise<Done> {
  const { send, call } = asking(who, other)
  const { id } = await call('ledger', 'askExport', { id: everybody, purpose: '报送' })
  const began = performance.now()
  const answer = await send('/api/ledger/file', { body: JSON.stringify({ id }), headers: { 'content-type': 'application/json' } })
  let bytes = 0
  for await (const some of answer.body!) bytes += some.length
  const { rows: [taken] } = await call('ledger', 'exports', {})
  return { rows: taken!.takenLines!, note: `${(bytes / 1e6).toFixed(1)} MB in ${((performance.now() - began) / 1000).toFixed(1)} s` }
}
