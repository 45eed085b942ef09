import { subdistrictOf } from '@linli/standards'
import type { ClientBase } from 'pg'
import { directory } from '../../src/modules/matter/directory/index.ts'
import { holding, type RoutingRule } from '../../src/modules/routing/rules.ts'
import { copyRows } from '../copy.ts'
import type { DemoEvent } from '../event/generate.ts'
import { idAt } from '../id.ts'
import type { Account, People } from '../people/account.ts'
import type { Units } from '../people/unit.ts'
import { randomOf, type Random } from '../random.ts'
import { subdistrict } from '../town/profile.ts'

const code = subdistrictOf(subdistrict.path)
const dayMs = 86_400_000
/** Rules hold since then: long enough for the accuracy of a month to show each. */
const daysAgo = 60

interface Written { matters: string, unit: string | null, isNamed?: boolean, words?: string[] }

/** As the office keeps them: what must not wait first, what communities see to last. */
const written: readonly Written[] = [
  { matters: 'B05 M05 01011', unit: '燃气服务站', isNamed: true },
  { matters: '09012 B09 M01', unit: '应急消防管理站', isNamed: true },
  { matters: '09009 09016 A16', unit: '交警中队' },
  { matters: '09001 09002 09005 09006 09010 09011', unit: '综合行政执法队', isNamed: true },
  { matters: '03 06011 06012 06014 C02 C03', unit: '环卫所', isNamed: true },
  { matters: '06013 06016 06048 06049 06050 06051 06052 M06', unit: '市政养护公司' },
  { matters: '04 06017 06018 06021', unit: '绿化养护公司' },
  { matters: 'B01 B02 B04 06036', unit: null },
]

interface Office { seed: string, now: Date, units: Units, people: People, events: readonly DemoEvent[] }

/** The rules in force, which of them spoke for what was reported since, and a draft that somebody may try out. */
export async function storeRouting(client: ClientBase, { seed, now, units, people, events }: Office): Promise<void> {
  const random = randomOf(`${seed} routing`)
  const since = new Date(now.getTime() - daysAgo * dayMs)
  const rules = written.map((one) => ruleOf(random, one, { units, people, at: since.getTime() }))
  const keeper = people.all.find(({ signInName }) => signInName === 'xitong')!
  await copyRows(client, 'routing_version', ['subdistrict', 'area', 'no', 'published_at', 'published_by', 'published_name', 'note', 'rules'], [[code, subdistrict.path, 1, since, keeper.id, keeper.name, '按各单位职责清单整理', rules]].map((row) => row.map(json)))
  const drafted = [ruleOf(random, { matters: '09010 09011', unit: '交警中队', words: ['机动车道', '路口'] }, { units, people, at: now.getTime() }), ...rules]
  await copyRows(client, 'routing_draft', ['subdistrict', 'area', 'is_open', 'rules', 'changed_at', 'changed_name'], [[code, subdistrict.path, true, json(drafted), new Date(now.getTime() - dayMs), keeper.name]])
  await client.query(`update event set routed_version = 1, routed_no = no, routed_rule = rule, suggested_person = named.person, suggested_person_name = named.name,
      person = case when event.unit = named.unit and event.status in ('dispatched', 'handling', 'needDetail', 'suspended') then named.person end, person_name = case when event.unit = named.unit and event.status in ('dispatched', 'handling', 'needDetail', 'suspended') then named.name end
    from jsonb_to_recordset($1) as named (id uuid, no integer, rule uuid, unit uuid, person uuid, name text) where event.subdistrict = $2 and event.id = named.id`, [JSON.stringify(spoken(events, rules, since)), code])
}

/** A list in one cell is JSON, and no array of text. */
const json = (cell: unknown) => (Array.isArray(cell) ? JSON.stringify(cell) : cell as string)

function ruleOf(random: Random, { matters, unit: name, isNamed = false, words = [] }: Written, { units, people, at }: { units: Units, people: People, at: number }): RoutingRule {
  const unit = name === null ? undefined : units.handlers.find((one) => one.name === name)!
  const person: Account | undefined = isNamed && unit ? people.handlers.get(unit.id)![0] : undefined
  return { id: idAt(random, at), matters: matters.split(' '), areas: [], sources: [], severities: [], words, unit: unit?.id ?? null, person: person?.id ?? null, personName: person?.name ?? null, raisesTo: null, limit: null }
}

const parents = new Map(directory.map((matter) => [matter.code, matter.parent]))
const lineOf = (matter: string): string[] => [matter, ...(parents.get(matter) ? lineOf(parents.get(matter)!) : [])]

/** Where a rule says what was suggested at the time; the other events stay as they were. */
const spoken = (events: readonly DemoEvent[], rules: readonly RoutingRule[], since: Date) => events.flatMap(({ id, title, description, severity, reported, course }) => {
  if (reported.at < since) return []
  const [first] = holding(rules, { line: lineOf(reported.story.code), area: reported.place.area, source: reported.source, severity, text: `${title} ${description}` })
  if (!first || (first.rule.unit ?? course.suggested.id) !== course.suggested.id) return []
  return [{ id, no: first.no, rule: first.rule.id, unit: first.rule.unit, person: first.rule.person ?? null, name: first.rule.personName ?? null }]
})
