import type { Person as Resident } from '../apps/server/demo/base/person.ts'
import { randomOf } from '../apps/server/demo/random.ts'
import { sounds } from '../apps/server/src/modules/person/row.ts'
import type { Person } from '../apps/server/test/city-people.ts'
import { openCity } from '../apps/server/test/city.ts'
import { time, type Result, type Taken, type Target } from './measure.ts'
import { fillCounty, fillStreet, type Street } from './people.ts'

type Who = keyof Street['who']
interface Question { what: string, who: Who, target: Target, ask: (person: Person, one: Resident) => Promise<unknown> }

const times = Number(process.env.LINLI_BENCH_TIMES ?? 110)
const [found, record, page]: Target[] = [{ p99: 30, ratio: 1.5 }, { p99: 30, ratio: 1.5 }, { p99: 20, ratio: 1.5 }]

/** Finding, records and lists of people and housing through the front door (HTTP in memory), at 1.12 million people of a county; the baseline is the same in its one street of 112,000. */
export default async function baseBench(): Promise<Result[]> {
  const city = await openCity()
  try {
    const street = await fillStreet(city)
    const questions = await questionsFor(street)
    const small = await measure(street, questions)
    await fillCounty(city, street)
    const large = await measure(street, questions)
    return questions.map(({ what, who, target }, at) => ({ what: `${what}, ${who}`, ours: large[at]!.median, p99: large[at]!.p99, baseline: small[at]!.median, target, note: `p99 at 112,000: ${small[at]!.p99.toFixed(1)} ms` }))
  } finally {
    await city.close()
  }
}

async function measure({ base: { people }, who, community }: Street, questions: readonly Question[]): Promise<Taken[]> {
  const random = randomOf('asked for')
  const known = people.filter(({ values, home }) => values.phone && values.certificateNumber && home.kind !== '03')
  const asked = { home: known.filter(({ home }) => home.community.path === community), all: known }
  const taken = []
  for (const { who: side, ask } of questions) {
    const list = side === 'street' || side === 'county' ? asked.all : asked.home
    taken.push(await time(times, (at) => ask(who[side][at % who[side].length]!, random.pick(list))))
  }
  return taken
}

async function questionsFor({ who, community }: Street): Promise<Question[]> {
  const written: [string, (one: Resident) => string][] = [
    ['a name', ({ values }) => values.name], ['two characters of a name', ({ values }) => values.name.slice(0, 2)], ['a given name', ({ values }) => values.name.slice(-2)], ['initials', ({ values }) => sounds(values.name).initials],
    ['two initials', ({ values }) => sounds(values.name).initials.slice(0, 2)], ['pinyin', ({ values }) => sounds(values.name).pinyin], ['the last four', ({ values }) => String(values.certificateNumber).slice(-4)], ['a whole number', ({ values }) => String(values.certificateNumber)],
    ['a phone', ({ values }) => String(values.phone)], ['an address', ({ home }) => home.house!.address], ['a short address', ({ home }) => `${home.house!.area.slice(-2, -1)}-1-${home.house!.room}`], ['a room', ({ home }) => home.house!.room], ['a name nobody has', () => '外星飞船'],
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
      { what: 'a record', who: side, target: record!, ask: (person, { id }) => person.call('person', 'get', { id }) }, { what: 'a building chart', who: side, target: record!, ask: (person, { home }) => person.call('housing', 'chart', { building: home.house!.area }) },
      ...lists.map(([what, input]) => list(side, what, input)),
    ]),
    ...deep.map(([side, after]) => list(side, 'deep page', { after })), list('street', 'of a community', { area: community }),
    { what: 'list, of a unit', who: 'street', target: page!, ask: (person, { home }) => person.call('person', 'list', { housing: home.house!.id }) },
  ]
}
