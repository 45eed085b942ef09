import { makeDemo } from '../apps/server/demo/index.ts'
import { demoPassword } from '../apps/server/demo/account-list.ts'
import { subdistrict } from '../apps/server/demo/town/profile.ts'
import { tools } from '../apps/server/src/kernel/jobs.ts'
import { openLog } from '../apps/server/src/http/log.ts'
import { measure } from '../apps/server/src/modules/risk/jobs.ts'
import { readyOf, type ReadyKind } from '../apps/server/src/modules/risk/measure.ts'
import { findVersion } from '../apps/server/src/modules/risk/rule-queries.ts'
import { noOutside, openCity, type City } from '../apps/server/test/city.ts'
import { visitor } from '../apps/server/test/visitor.ts'
import { subdistrictOf } from '@linli/standards'
import { median, time, type Result } from './measure.ts'

const times = 60
const code = subdistrictOf(subdistrict.path)
const number = (count: number) => count.toLocaleString('en')

/**
 * Scores of the demo's street with the rules that ship: every night all of them, the board, one with its points, and a month by changed rules. The baseline are the selects of the same factors sent raw through `pg`, which
 * keep nothing; of a single answer the select of the row it tells.
 */
export default async function risk(): Promise<Result[]> {
  const city = await openCity()
  try {
    const { crypto, files } = city.server.around
    await makeDemo({ owner: city.ownerSettings, crypto, files, now: new Date(), log: () => undefined })
    await city.owner.query('vacuum analyze')
    return [...await nights(city), ...await answers(city)]
  } finally {
    await city.close()
  }
}

const jobTools = ({ server: { around } }: City) => tools(around, noOutside, openLog('silent'))

async function nights(city: City): Promise<Result[]> {
  const { owner } = city
  const { read } = jobTools(city)
  const kinds = await read(subdistrict.path, async (ctx) => readyOf(ctx, (await findVersion(ctx.db, code))!))
  const night = () => measure.run(jobTools(city), { area: subdistrict.path } as never)
  const began = performance.now()
  await night()
  const first = performance.now() - began
  await owner.query('vacuum analyze risk_score, risk_day, risk_count, risk_warning')
  const { rows: [sizes] } = await owner.query<Record<string, number>>(`select (select count(*) from risk_score)::int as scores, (select count(*) from person)::int as people, (select count(*) from housing)::int as homes, (select count(*) from area where kind = 'building')::int as buildings, (select count(*) from event)::int as events, (select count(*) from risk_warning where raised_at > now() - interval '1 hour')::int as warned`)
  const raw = await median(3, () => factorsRaw(city, kinds))
  return [
    { what: 'risk: everything for the first time, warnings too', ours: first, baseline: raw, note: `${number(sizes!.scores!)} scores, ${number(sizes!.warned!)} warnings` },
    { what: 'risk: everything in a night', ours: await median(3, night), baseline: raw, note: `${number(sizes!.people!)} people, ${number(sizes!.homes!)} homes, ${number(sizes!.buildings!)} buildings, ${number(sizes!.events!)} events` },
  ]
}

/** What every rule reads, its rows taken and left. */
async function factorsRaw({ owner, server }: City, kinds: readonly ReadyKind[]): Promise<void> {
  const at = new Date()
  for (const { rules } of kinds) {
    for (const { rule, factor, matters } of rules) {
      const select = await server.around.database.transact({ role: 'staff', areas: [subdistrict.path] }, 'read', async (db) => factor.measure({ subdistrict: code, at, days: rule.days ?? factor.days ?? 1, matters, groups: rule.groups, subjects: null }).compile(db))
      await owner.query(select.sql, [...select.parameters])
    }
  }
}

async function answers(city: City): Promise<Result[]> {
  const { owner } = city
  const signedIn = async (name: string) => {
    const person = visitor(city.http)
    await person.call('identity', 'signIn', { name, password: demoPassword })
    return person
  }
  const street = await Promise.all(['lingdao', 'zhibanzhang', 'paiqian'].map(signedIn))
  const { rows: [worst] } = await street[0]!.call('risk', 'list', { kind: 'building' })
  const id = worst!.id
  // One person's requests are limited by the minute.
  const secretaries = await Promise.all(['shuji01', 'shuji02', 'shuji03', 'shuji04', 'shuji05', 'shuji06'].map(signedIn))
  const keeper = await signedIn('xitong')
  const cared = (await Promise.all(secretaries.map(async (secretary) => (await secretary.call('risk', 'care', { kind: 'person' })).rows.slice(0, 1).map(({ id: person }) => ({ secretary, person }))))).flat()
  const one = (kind: string, subject: string) => () => owner.query('select * from risk_score where subdistrict = $1 and kind = $2 and subject = $3', [code, kind, subject])
  const all: [string, (at: number) => Promise<unknown>, () => Promise<unknown>][] = [
    ['the board', (at) => street[at % 3]!.call('risk', 'board', {}), () => owner.query(`select substr(area, 1, 18), kind, colour, count(*) from risk_score where subdistrict = $1 and colour <> 'green' group by 1, 2, 3`, [code])],
    ['a building with its points', (at) => street[at % 3]!.call('risk', 'subject', { kind: 'building', id }), one('building', id)],
    ['a person with their points, journaled', (at) => cared[at % cared.length]!.secretary.call('risk', 'careSubject', { kind: 'person', id: cared[at % cared.length]!.person }), one('person', cared[0]!.person)],
    ['buildings, the first page', (at) => street[at % 3]!.call('risk', 'list', { kind: 'building' }), () => owner.query(`select * from risk_score where subdistrict = $1 and kind = 'building' and colour <> 'green' order by score desc, subject limit 20`, [code])],
  ]
  const results: Result[] = []
  for (const [what, ask, plain] of all) {
    const { median: ours, p99 } = await time(times, ask)
    results.push({ what: `risk: ${what}`, ours, p99, baseline: await median(20, plain), target: { p99: 50 } })
  }
  const { rules, kinds, changedAt: from } = await keeper.call('risk', 'draft', {})
  await keeper.call('risk', 'saveDraft', { kinds, from, rules: rules.map(({ kind: _kind, unit: _unit, ...rule }) => ({ ...rule, matters: rule.matters.map((matter) => matter.code), areas: rule.areas.map(({ path }) => path), days: rule.factor === 'building.repeated' ? 60 : rule.days })) })
  for (const kind of ['building', 'housing', 'person'] as const) {
    const { median: ours } = await time(3, () => keeper.call('risk', 'tryOut', { kind }))
    results.push({ what: `risk: a month by changed rules, ${kind}`, ours, baseline: await jobTools(city).read(subdistrict.path, async (ctx) => (await readyOf(ctx, (await findVersion(ctx.db, code))!)).filter((ready) => ready.kind.kind === kind)).then((some) => median(3, () => factorsRaw(city, some))), note: 'eight sets of scores of which what is the same is measured once; the baseline is one of them' })
  }
  return results
}
