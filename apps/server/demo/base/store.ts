import { personFields } from '@linli/contract'
import { areaAt, subdistrictOf } from '@linli/standards'
import type { ClientBase } from 'pg'
import type { Crypto } from '../../src/kernel/crypto.ts'
import { rowOf } from '../../src/modules/person/index.ts'
import { withoutIndexes } from '../bulk.ts'
import { copyRows, type Cell } from '../copy.ts'
import { idAt } from '../id.ts'
import type { Account, People } from '../people/account.ts'
import { randomOf, type Random } from '../random.ts'
import type { Base } from './index.ts'
import type { House } from './house.ts'
import { fromDemo, otherTables, storeOthers, type Around, type Copy } from './store-others.ts'
import type { Dwelling, Home, Person } from './person.ts'

/** Writes units, people and where they live, as the product itself would have stored them; without secondary indexes, which are made once after. */
export const storeBase = (client: ClientBase, { houses, homes, people, ...others }: Base, around: Around): Promise<void> => withoutIndexes(client, ['housing', 'person', 'household', 'residency', 'revision', ...otherTables], async () => {
  const code = subdistrictOf(houses[0]!.area)
  const copy: Copy = (table, columns, rows) => copyRows(client, table, ['subdistrict', ...columns], inSubdistrict(code, rows))
  await copy('housing', housingColumns, housingRows(houses, around.now))
  await copy('person', personColumns, personRows(people, around.crypto))
  await copy('household', householdColumns, householdRows(homes))
  await copy('residency', residencyColumns, residencyRows(randomOf(`${around.seed} residencies`), homes, around.accounts))
  await copy('revision', revisionColumns, revisionRows(people, around))
  await storeOthers(copy, others, around)
})

function* inSubdistrict(code: number, rows: Iterable<readonly Cell[]>): Generator<readonly Cell[]> {
  for (const row of rows) yield [code, ...row]
}

const housingColumns = ['id', 'area', 'entrance', 'floor', 'room', 'part', 'place', 'address', 'key', 'use', 'state', 'facts', 'sources', 'created_at', 'changed_at', 'checked_at']

function* housingRows(houses: readonly House[], now: Date): Generator<Cell[]> {
  const dayMs = 86_400_000
  let at = 0
  for (const { id, area, entrance, floor, room, part, place, address, key, use, state, facts } of houses) {
    // Looked at one after another, in the course of a year and a half.
    const checked = new Date(now.getTime() - ((at += 1) * 7919 % 540) * dayMs)
    yield [id, area, entrance, floor, room, part, place, address, key, use, state, JSON.stringify(facts), fromDemo, new Date(now.getTime() - 700 * dayMs), checked, checked]
  }
}

const personColumns = ['id', 'area', 'name', 'pinyin', 'initials', 'certificate', 'number', 'number_index', 'number_masked', 'number_tail', 'sex', 'birth', 'phone', 'phone_index', 'phone_masked', 'phone_tail', 'population_kind', 'groups', 'tags', 'facts', 'sealed',
  'sources', 'revision', 'address', 'created_at', 'changed_at', 'checked_at']

function* personRows(people: readonly Person[], crypto: Crypto): Generator<Cell[]> {
  for (const { id, home: { house }, values, tags = [], before, createdAt, checkedAt } of people) {
    const row = rowOf({ crypto }, personFields, values)
    yield [id, house!.area, row.name, row.pinyin, row.initials, row.certificate ?? null, row.number ?? null, row.number_index ?? null, row.number_masked ?? null, row.number_tail ?? null, row.sex ?? null, row.birth ?? null, row.phone ?? null, row.phone_index ?? null, row.phone_masked ?? null,
      row.phone_tail ?? null, row.population_kind ?? null, `{${values.groups.join(',')}}`, `{${tags.join(',')}}`, row.facts as string, row.sealed ?? null, before ? JSON.stringify({ '*': [1, 'demo'], phone: [2, 'visit'] }) : fromDemo, before ? 2 : 1, house!.address, createdAt, before?.at ?? createdAt, checkedAt]
  }
}

const householdColumns = ['id', 'area', 'place', 'housing', 'address', 'no', 'kind', 'head', 'sources', 'created_at', 'changed_at', 'checked_at']

function* householdRows(homes: readonly Home[]): Generator<Cell[]> {
  for (const { id, no, dwelling, house, people } of homes) {
    const head = people.find(({ tie }) => tie === 'head') ?? people[0]!
    yield [id, house!.area, house!.place, house!.id, house!.address, no, householdKinds[dwelling], head.id, fromDemo, head.createdAt, head.createdAt, head.checkedAt]
  }
}

/** Of a family, of people who share a unit, of an employer's house. */
const householdKinds: Readonly<Record<Dwelling, string>> = { '01': '01', '02': '01', '04': '02', '05': '03' }

const residencyColumns = ['id', 'area', 'place', 'person', 'housing', 'household', 'role', 'since', 'is_main', 'created_at', 'created_by']

function* residencyRows(random: Random, homes: readonly Home[], { socialWorkers }: People): Generator<Cell[]> {
  for (const home of homes) {
    const worker = random.pick(socialWorkers.get(home.community.path)!)
    for (const person of home.people) {
      yield residency(random, { person, house: home.house!, household: home.id, role: roleOf(home, person), isMain: true, worker })
      if (person.second) yield residency(random, { person, house: person.second, household: null, role: '03', isMain: false, worker: random.pick(socialWorkers.get(areaAt(person.second.area, 'community')!)!) })
    }
  }
}

interface Lives { person: Person, house: House, household: string | null, role: string, isMain: boolean, worker: Account }
const residency = (random: Random, { person, house, household, role, isMain, worker }: Lives): Cell[] =>
  [idAt(random, person.createdAt.getTime()), house.area, house.place, person.id, house.id, household, role, person.birth > person.home.since ? person.birth : person.home.since, isMain, person.createdAt, worker.id]

/** 业主, 业主家属, 租客, 同住人, 单位宿舍人员, 寄居人员. */
function roleOf({ dwelling }: Home, { tie }: Person): string {
  if (dwelling === '05') return '05'
  if (dwelling === '04') return '06'
  if (dwelling === '01') return tie === 'head' ? '01' : '02'
  return tie === 'head' ? '03' : '04'
}

const revisionColumns = ['record', 'no', 'area', 'kind', 'at', 'by', 'by_name', 'source', 'fields', 'before', 'sealed']

function* revisionRows(people: readonly Person[], { crypto, accounts }: Around): Generator<Cell[]> {
  for (const { id, home: { house }, before } of people) {
    if (!before) continue
    const worker = accounts.gridWorkers.get(areaAt(house!.area, 'grid')!)!
    yield [id, 2, house!.area, 'person', before.at, worker.id, worker.name, 'visit', '{phone}', '{}', crypto.encrypt(JSON.stringify({ phone: before.phone }), 'revision.sealed')]
  }
}
