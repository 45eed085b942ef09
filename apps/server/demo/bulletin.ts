import type { BulletinContent, BulletinRhythm, BulletinStatus } from '@linli/contract'
import { addDays, at, dayOf, subdistrictOf, type Day } from '@linli/standards'
import { DummyDriver, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler, sql, type RawBuilder } from 'kysely'
import type { ClientBase } from 'pg'
import type * as z from 'zod'
import type { Crypto } from '../src/kernel/crypto.ts'
import { bandOf, spanOf, termKey, valueOf, type Counts } from '../src/modules/indicator/rules.ts'
import { shipped } from '../src/modules/indicator/shipped.ts'
import { sourceNamed, termWords, viewOf, type Known } from '../src/modules/indicator/index.ts'
import { nameIn, daysBeside, lastPeriod, periodWith, yearOf, type Period } from '../src/modules/bulletin/rules.ts'
import { sealed } from '../src/modules/bulletin/seal.ts'
import { copyRows, type Cell } from './copy.ts'
import { idAt } from './id.ts'
import type { Account, People } from './people/account.ts'
import { randomOf, type Random } from './random.ts'
import { subdistrict } from './town/profile.ts'

type Content = z.output<typeof BulletinContent>
type Head = Extract<Content['parts'][number], { kind: 'trend' }>['column']
type Rhythmic = Exclude<BulletinRhythm, 'once'>

const code = subdistrictOf(subdistrict.path)
const area = subdistrict.path
const figures = ['reported30', 'public30', 'closed30', 'inTime30', 'overdue30', 'satisfied30']
const columns = ['reported30', 'closed30', 'inTime30', 'overdue30']

/** What is kept: each rhythm, how its issues stand from the latest back, and the words of one. */
const reports: { rhythm: Rhythmic, name: string, heading: string, mark: string, standings: BulletinStatus[], before: string, after: string }[] = [
  { rhythm: 'day', name: '治理日报', heading: '基层治理日报', mark: '临街日报', standings: ['draft', 'review', 'signed', 'signed', 'signed'], before: '', after: '请各社区对照未办结事件，当日跟进。' },
  { rhythm: 'week', name: '治理周报', heading: '基层治理周报', mark: '临街周报', standings: ['approved', 'signed', 'signed'], before: '本周事件总量平稳，环境秩序和消防用电两类仍占多数。', after: '下周重点：电动自行车飞线充电专项清理，各社区周三前报送点位。' },
  { rhythm: 'month', name: '治理月报', heading: '临河街道基层治理工作月报', mark: '临街治', standings: ['signed', 'signed'], before: '本月各社区坚持日巡查、周调度，事件办理总体平稳。\n消防通道占用、电动自行车飞线充电在老小区反复出现，已列入治理事项。', after: '请各社区对照附表查找差距，超时率高于 5% 的逐件说明原因。' },
]

interface Scene { first: Day, client: ClientBase, random: Random, crypto: Crypto, now: Date, people: People, communities: { path: string, name: string }[] }

/** A daily, a weekly and a monthly report with their latest issues: some signed, one to be reviewed, one to be signed, and one of the night. */
export async function storeBulletins(client: ClientBase, { seed, now, crypto, people }: { seed: string, now: Date, crypto: Crypto, people: People }): Promise<void> {
  const { rows: communities } = await client.query<{ path: string, name: string }>(`select path, name from area where kind = 'community' and path ^@ $1 order by path`, [area])
  const { rows: [oldest] } = await client.query<{ first: string }>(`select coalesce(min(reported_at at time zone 'Asia/Shanghai')::date, current_date)::text as first from event where subdistrict = $1`, [code])
  const scene: Scene = { first: oldest!.first, client, random: randomOf(`${seed} bulletin`), crypto, now, people, communities }
  const keeper = people.shiftLeaders[0]!
  const since = addDays(dayOf(now), -120)
  for (const report of reports) {
    const id = idAt(scene.random, at(since).getTime())
    const parts = [{ kind: 'figures', title: '总体情况', codes: figures, isOfPeriod: true }, { kind: 'table', title: '各社区情况', codes: columns, level: 'community', isOfPeriod: true }, { kind: 'trend', title: '上报走势', code: 'today', days: 30 }]
    const definition = { name: report.name, area, rhythm: report.rhythm, office: `${subdistrict.name}办事处`, heading: report.heading, mark: report.mark, isRed: true, parts, before: report.before, after: report.after }
    await copyRows(client, 'bulletin', ['subdistrict', 'id', 'area', 'name', 'rhythm', 'definition', 'since', 'changed_by', 'changed_name', 'changed_at'], [[code, id, area, report.name, report.rhythm, JSON.stringify(definition), since, keeper.id, keeper.name, at(since, '09:20')]])
    await storeIssues(scene, id, report)
  }
}

const issueColumns = ['subdistrict', 'id', 'bulletin', 'area', 'name', 'rhythm', 'period_from', 'period_until', 'content', 'made_at', 'made_by', 'made_name', 'replaces', 'why', 'before', 'after', 'status', 'submitted_at', 'submitted_by', 'submitted_name', 'reviewed_at', 'reviewed_by', 'reviewed_name', 'signed_at', 'signed_by', 'signed_name', 'year', 'no', 'digest', 'seal'] as const

async function storeIssues(scene: Scene, bulletin: string, { rhythm, name, heading, mark, standings, before, after }: typeof reports[number]): Promise<void> {
  const { client, random, crypto, now, people } = scene
  const periods = standings.reduce<Period[]>((all) => [...all, all.length === 0 ? lastPeriod(rhythm, dayOf(now)) : periodWith(rhythm, addDays(all.at(-1)!.from, -1))], [])
  const numbers = new Map<number, number>()
  const rows: Cell[][] = []
  for (const [place, period] of [...periods.entries()].toReversed()) {
    const status = standings[place]!
    // In the night after it, and in the morning by those who answer for it; never later than now.
    const moment = (time: string) => new Date(Math.min(at(period.until, time).getTime(), now.getTime()))
    const done = ['draft', 'review', 'approved', 'signed'].indexOf(status)
    const by = (step: number, who: Account, time: string): [Date, string, string] | [null, null, null] => (done >= step ? [moment(time), who.id, who.name] : [null, null, null])
    const [submitted, reviewed, signed] = [by(1, people.shiftLeaders[0]!, '08:40'), by(2, people.leader, '09:05'), by(3, people.leader, '09:10')]
    const year = yearOf(period)
    if (done === 3) numbers.set(year, (numbers.get(year) ?? 0) + 1)
    const content: Content = { office: `${subdistrict.name}办事处`, heading, mark, isRed: true, areaName: subdistrict.name, countedAt: moment('00:21').toISOString(), parts: await partsOf(scene, rhythm, period) }
    const row = {
      subdistrict: code, id: idAt(random, moment('00:22').getTime()), bulletin, area, name, rhythm, period_from: period.from, period_until: period.until, content: content as never, made_at: moment('00:22'), made_by: null, made_name: '系统', replaces: null, why: null, before, after,
      submitted_at: submitted[0], submitted_by: submitted[1], submitted_name: submitted[2], reviewed_at: reviewed[0], reviewed_by: reviewed[1], reviewed_name: reviewed[2], signed_at: signed[0], signed_by: signed[1], signed_name: signed[2], year: done === 3 ? year : null, no: done === 3 ? numbers.get(year)! : null,
    }
    const closed = done === 3 ? sealed(crypto, row) : { digest: null, seal: null }
    const all: Record<string, Cell> = { ...row, content: JSON.stringify(content), status, ...closed }
    rows.push(issueColumns.map((column) => all[column] ?? null))
  }
  await copyRows(client, 'bulletin_issue', issueColumns, rows)
}

async function partsOf(scene: Scene, rhythm: Rhythmic, period: Period): Promise<Content['parts']> {
  const { before, lastYear } = daysBeside(rhythm, period)
  const [now, then, year] = [await countsIn(scene, period), await countsIn(scene, periodWith(rhythm, before)), await countsIn(scene, periodWith(rhythm, lastYear))]
  const of = (counts: Map<string, Map<string, number>>, one: Known, place: string) => valueOf(one.definition, counts.get(place) ?? new Map(), () => false)
  const told = (one: Known, place: string) => { const { value } = of(now, one, place); return { value, band: bandOf(one.definition, value), isSuppressed: false } }
  // Of a time before the first event nothing is said.
  const since = (day: Day, value: number | null) => (periodWith(rhythm, day).from >= scene.first ? value : null)
  const on = addDays(period.until, -1)
  const days = Array.from({ length: 30 }, (_, no) => addDays(period.until, no - 30))
  const daily = await dailyIn(scene, { from: days[0]!, until: period.until })
  const today = knownOf('today')
  return [
    { kind: 'figures', title: '总体情况', note: '', rows: figures.map((name) => { const one = knownOf(name, rhythm); return { ...headOf(one, on), ...told(one, area), before: since(before, of(then, one, area).value), lastYear: since(lastYear, of(year, one, area).value) } }) },
    { kind: 'table', title: '各社区情况', note: '', columns: columns.map((name) => headOf(knownOf(name, rhythm), on)), rows: [{ path: area, name: subdistrict.name }, ...scene.communities].map(({ path, name }, no) => ({ area: path, name, isWhole: no === 0, values: columns.map((one) => told(knownOf(one, rhythm), path)) })) },
    { kind: 'trend', title: '上报走势', note: '', column: headOf(today, on), rows: days.map((day) => ({ day, value: daily.get(day) ?? 0, isSuppressed: false })) },
  ]
}

function knownOf(name: string, rhythm?: Rhythmic): Known {
  const definition = shipped[name]!
  return { code: name, version: 0, status: 'shipped', changedBy: null, changedAt: null, hasDraft: false, definition: rhythm ? { ...definition, name: nameIn(definition.name, rhythm), period: rhythm, ...(definition.scale === 'count' && { target: null, limits: null }) } : definition }
}

function headOf(one: Known, on: Day): Head {
  const { code: of, name, scale, formula, version, target, best, period, isFlow, above, below } = viewOf(one)
  const terms = [...above.map((term) => ({ ...term, isBelow: false })), ...below.map((term) => ({ ...term, isBelow: true }))].map(({ source, key, isBelow }) => ({ source, key, label: termWords({ source, key }, new Map()).label, isBelow }))
  return { code: of, name, scale, formula, version, target, best, isFlow, terms, ...spanOf(period, on) }
}

/** Asks nobody: only writes the questions that `measure` would ask. */
const writer = new Kysely<never>({ dialect: { createAdapter: () => new PostgresAdapter(), createDriver: () => new DummyDriver(), createIntrospector: (db) => new PostgresIntrospector(db), createQueryCompiler: () => new PostgresQueryCompiler() } })
const ask = async <T extends object>(client: ClientBase, question: RawBuilder<T>): Promise<T[]> => { const { sql: text, parameters } = question.compile(writer); return (await client.query<T>(text, [...parameters])).rows }

/** What happened in a time, of the sub-district and each community, by the measures' own words. */
async function countsIn({ client }: Scene, { from, until }: Period): Promise<Map<string, Map<string, number>>> {
  const places = new Map<string, Map<string, number>>()
  for (const source of ['reports', 'closings'].map((name) => sourceNamed(name)!)) {
    const keys = Object.entries(source.measures)
    const rows = await ask(client, sql<{ place: string, counts: number[] }>`select coalesce(substring(r.area from '^(?:/[^/]+){5}/'), ${area}) as place, array[${sql.join(keys.map(([, { when }]) => sql`count(*) filter (where ${when?.(sql`${until}::date`) ?? sql`true`})`))}]::integer[] as counts
      from ${source.from} where r.subdistrict = ${code} and ${source.where} and ${source.at!} >= ${at(from)} and ${source.at!} < ${at(until)} group by 1`)
    for (const { place, counts } of rows) for (const path of new Set([place, area])) {
      const sums: Map<string, number> = places.get(path) ?? new Map<string, number>()
      places.set(path, sums)
      keys.forEach(([key], no) => sums.set(termKey({ source: source.name, key }), (sums.get(termKey({ source: source.name, key })) ?? 0) + counts[no]!))
    }
  }
  return places satisfies Map<string, Counts>
}

async function dailyIn({ client }: Scene, { from, until }: Period): Promise<Map<Day, number>> {
  const { from: table, where } = sourceNamed('reports')!
  const rows = await ask(client, sql<{ day: string, n: number }>`select (r.reported_at at time zone 'Asia/Shanghai')::date::text as day, count(*)::integer as n from ${table} where r.subdistrict = ${code} and ${where} and r.reported_at >= ${at(from)} and r.reported_at < ${at(until)} group by 1`)
  return new Map(rows.map(({ day, n }) => [day, n]))
}
