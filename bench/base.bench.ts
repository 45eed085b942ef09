import type { House } from '../apps/server/demo/base/house.ts'
import { randomOf } from '../apps/server/demo/random.ts'
import { sounds } from '../apps/server/src/modules/person/row.ts'
import type { Person } from '../apps/server/test/city-people.ts'
import { openCity } from '../apps/server/test/city.ts'
import { timeInTurn, type Result, type Target } from './measure.ts'
import { fillCounty, fillStreet, type Street } from './people.ts'

type Who = keyof Street['who']
interface Question { what: string, who: Who, target: Target, ask: (person: Person, one: Resident) => Promise<unknown> }
/** Somebody who is looked for. */
interface Resident { id: string, name: string, number: string, phone: string, home: Pick<House, 'id' | 'address' | 'area' | 'room'> }
interface Asked { who: Street['who'], community: string, residents: Resident[], neighbours: Resident[] }

const times = Number(process.env.LINLI_BENCH_TIMES ?? 200)
const [found, record, page]: Target[] = [{ p99: 30, ratio: 1.5 }, { p99: 30, ratio: 1.5 }, { p99: 20, ratio: 1.5 }]

/** Finding, records and lists of people and housing through the front door (HTTP in memory), at 1.12 million people of a county; the baseline is the same in a county of one street of 112,000, asked in turn. */
export default async function baseBench(): Promise<Result[]> {
  const [small, large] = [await openCity(), await openCity()]
  try {
    const street = askedIn(await fillStreet(small))
    const county = askedIn(await fillStreet(large).then(async (one) => {
      await fillCounty(large, one)
      return one
    }))
    const [asked, others] = [await questionsFor(county), await questionsFor(street)]
    const results: Result[] = []
    for (const [no, { what, who, target, ask }] of asked.entries()) {
      const [inCounty, inStreet] = [personsOf(county, who), personsOf(street, who)]
      const [ours, baseline] = await timeInTurn(times, [(at) => ask(...inCounty(at)), (at) => others[no]!.ask(...inStreet(at))])
      results.push({ what: `${what}, ${who}`, ours: ours!.median, p99: ours!.p99, baseline: baseline!.median, target, note: `p99 at 112,000: ${baseline!.p99.toFixed(1)} ms; of all calls, ${ours!.stolen} of them disturbed, ${ours!.p99OfAll.toFixed(1)} ms` })
    }
    return results
  } finally {
    await Promise.all([small.close(), large.close()])
  }
}

/** So many of each are looked for; the others are let go, for a server that held a hundred thousand people in its heap would be stopped by the collector of garbage every few seconds. */
const sought = 2000

function askedIn({ base: { people }, who, community }: Street): Asked {
  const random = randomOf('looked for')
  const known = people.filter(({ values, home }) => values.phone && values.certificateNumber && home.kind !== '03')
  const some = (among: typeof known) => Array.from({ length: sought }, (): Resident => {
    const { id, values, home } = random.pick(among)
    const { id: housing, address, area, room } = home.house!
    return { id, name: values.name, number: String(values.certificateNumber), phone: String(values.phone), home: { id: housing, address, area, room } }
  })
  return { who, community, residents: some(known), neighbours: some(known.filter(({ home }) => home.community.path === community)) }
}

/** Who asks, and who is asked for: those who are within reach, the same in both counties. */
const personsOf = ({ who, residents, neighbours }: Asked, side: Who) => (at: number): [Person, Resident] =>
  [who[side][at % who[side].length]!, (side === 'street' || side === 'county' ? residents : neighbours)[at % sought]!]

async function questionsFor({ who, community }: Asked): Promise<Question[]> {
  const written: [string, (one: Resident) => string][] = [
    ['a name', ({ name }) => name], ['two characters of a name', ({ name }) => name.slice(0, 2)], ['a given name', ({ name }) => name.slice(-2)], ['initials', ({ name }) => sounds(name).initials],
    ['two initials', ({ name }) => sounds(name).initials.slice(0, 2)], ['pinyin', ({ name }) => sounds(name).pinyin], ['the last four', ({ number }) => number.slice(-4)], ['a whole number', ({ number }) => number],
    ['a phone', ({ phone }) => phone], ['an address', ({ home }) => home.address], ['a short address', ({ home }) => `${home.area.slice(-2, -1)}-1-${home.room}`], ['a room', ({ home }) => home.room], ['a name nobody has', () => '外星飞船'],
  ]
  const deep = await Promise.all((['county', 'street'] as const).map(async (side) => {
    let after: string | null = null
    for (let turn = 0; turn < 20; turn += 1) after = (await who[side][turn]!.call('person', 'list', { limit: 100, ...(after === null ? {} : { after }) })).next
    return [side, after!] as const
  }))
  const lists: [string, object][] = [
    ['first page', {}], ['a common group', { groups: ['21'] }], ['a rare group', { groups: ['14'] }], ['several groups', { groups: ['01', '07', '11'] }], ['from abroad', { populationKind: '03' }], ['registered here', { populationKind: '01' }], ['who has gone', { standing: 'left' }],
  ]
  const list = (side: Who, what: string, input: object): Question => ({ what: `list, ${what}`, who: side, target: page!, ask: (person) => person.call('person', 'list', input) })
  return [
    ...(['county', 'street', 'community', 'grid'] as const).flatMap((side) => written.map(([what, textOf]): Question => ({ what: `find by ${what}`, who: side, target: found!, ask: (person, one) => person.call('find', 'all', { text: textOf(one) }) }))),
    ...(['county', 'street', 'community'] as const).flatMap((side): Question[] => [
      { what: 'a record', who: side, target: record!, ask: (person, { id }) => person.call('person', 'get', { id }) }, { what: 'a building chart', who: side, target: record!, ask: (person, { home }) => person.call('housing', 'chart', { building: home.area }) },
      ...lists.map(([what, input]) => list(side, what, input)),
    ]),
    ...deep.map(([side, after]) => list(side, 'deep page', { after })), list('street', 'of a community', { area: community }),
    { what: 'list, of a unit', who: 'street', target: page!, ask: (person, { home }) => person.call('person', 'list', { housing: home.id }) },
  ]
}
