import type { Input, Output, Values } from '@linli/contract'
import { ageAt, dayOf } from '@linli/standards'
import { mayIn } from '../../kernel/actor.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { cut, goOnAfter } from '../../kernel/page.ts'
import { Problem, found } from '../../kernel/problem.ts'
import { joinHousehold } from '../household/index.ts'
import { addUnit as addDoor, confirmUnit, housingUnit } from '../housing/index.ts'
import { areaNames } from '../organisation/index.ts'
import { confirmOne, enterPerson, filledIn, lockPerson, moveIn, ownPlaceFor, revisePerson, standsPerson, valuesOf } from '../person/index.ts'
import { fieldsFor, fieldViews, historyOf, isSame, readGiven, shown, type From, type Standing } from '../record/index.ts'
import { relate, relationsOf } from '../relation/index.ts'
import * as queries from './queries.ts'
import * as rules from './rules.ts'

type Resident = Output<'doorstep', 'residents'>['rows'][number]
type PersonView = Output<'person', 'get'>

/** Who stands at the door sees the person: what they write stands. */
const visit: From = { source: 'visit', isDecided: true }

export async function residents(ctx: Ctx, { building, housing, after, limit }: Input<'doorstep', 'residents'>): Promise<Output<'doorstep', 'residents'>> {
  // Of a place that is not theirs nothing is told, and nothing is kept of having asked.
  if (building !== undefined ? !mayIn(ctx.actor, 'base.view', building) : !await housingUnit(ctx, housing!)) throw new Problem('not-found')
  const page = cut(await queries.listResidents(ctx, { building, housing }, { after: goOnAfter(after, 2), limit: limit + 1 }), limit, ({ place, residency }) => [place, residency])
  const [first] = page.rows
  const fields = first ? await fieldsFor(ctx, 'person', first) : []
  return { next: page.next, rows: page.rows.map((row) => residentView(ctx, row, shown(fields, valuesOf(ctx, row)))) }
}

const residentView = (ctx: Ctx, row: queries.ResidentRow, values: Values): Resident => ({
  person: row.person, residency: row.residency, housing: row.housing, name: row.name, sex: row.sex, age: row.birth === null ? null : ageAt(row.birth, dayOf(ctx.now)), role: row.role, since: row.since, household: row.household, isHead: row.head === row.person,
  values: Object.fromEntries(rules.given.filter((name) => (values[name] ?? null) !== null).map((name) => [name, values[name]!])), revision: row.revision, checkedAt: row.checked_at.toISOString(), mayEdit: mayIn(ctx.actor, 'base.edit', row.area),
})

export async function beside(ctx: Ctx, { person, values }: Input<'doorstep', 'beside'>): Promise<Output<'doorstep', 'beside'>> {
  const { name, standing } = found(await standsPerson(ctx, person))
  const said = Object.entries(filledIn(await readGiven(ctx, standing, values))).filter(([, value]) => value !== null)
  const homes = await queries.homesOf(ctx, standing)
  const names = await areaNames(ctx, homes.map(({ area }) => area))
  return {
    person, name, revision: standing.revision, fields: await sidesOf(ctx, standing, Object.fromEntries(said)),
    homes: homes.map(({ housing, address, area }) => ({ housing, address: address ?? names.get(area) ?? '' })),
  }
}

async function sidesOf(ctx: Ctx, standing: Standing, said: Values): Promise<Output<'doorstep', 'beside'>['fields']> {
  const fields = await fieldsFor(ctx, 'person', standing)
  return rules.sideBySide(await fieldViews(ctx, 'person', standing), said, standing.values, { said: shown(fields, said), stands: shown(fields, standing.values) }, isSame)
}

export async function enter(ctx: Ctx, { is, household, relatives, ...told }: Input<'doorstep', 'enter'>): Promise<Output<'doorstep', 'enter'>> {
  const place = await ownPlaceFor(ctx, told.at)
  const person = is ? await comeHere(ctx, is, told) : await enterPerson(ctx, told, visit)
  const residency = found(person.residencies.find(({ until, housing, area }) => until === null && housing === place.housing && area === place.area))
  if (household !== null) await joinHousehold(ctx, place.subdistrict, residency.id, household === 'here' ? null : household)
  await relateTo(ctx, person.id, relatives)
  return { person: person.id, residency: residency.id, name: person.name }
}

/** Somebody who is known already is here now: what was told of them goes into their record. */
async function comeHere(ctx: Ctx, { person: id, revision, leavesOthers }: NonNullable<Input<'doorstep', 'enter'>['is']>, { values, at, role, since }: Pick<Input<'doorstep', 'enter'>, 'values' | 'at' | 'role' | 'since'>): Promise<PersonView> {
  const seen = await revisePerson(ctx, id, values, visit, revision)
  const isHere = seen.residencies.some(({ until, housing, area }) => until === null && (at.housing ? housing === at.housing : housing === null && area === at.area))
  return isHere ? seen : moveIn(ctx, { id, at, role, since, leavesOthers })
}

/** A relation that holds already is no news. */
async function relateTo(ctx: Ctx, relative: string, relatives: Input<'doorstep', 'enter'>['relatives']): Promise<void> {
  if (relatives.length === 0) return
  const known = (await relationsOf(ctx, { person: relative })).rows.filter(({ until, kind }) => until === null && kind === 'family')
  for (const { person, role } of relatives) {
    if (!known.some((one) => one.person?.id === person && one.relative?.id === relative)) await relate(ctx, { kind: 'family', person, relative, role, since: null })
  }
}

export async function addUnit(ctx: Ctx, input: Input<'doorstep', 'addUnit'>): Promise<Output<'doorstep', 'addUnit'>> {
  if (!mayIn(ctx.actor, 'base.edit', input.building)) throw new Problem('not-found')
  const { id, entrance, floor, room, part, address, checked_at: checkedAt } = await addDoor(ctx, input)
  return { id, entrance, floor, room, part, address, checkedAt: checkedAt.toISOString() }
}

export async function change(ctx: Ctx, { id, revision, values }: Input<'doorstep', 'change'>): Promise<Output<'doorstep', 'change'>> {
  found(await lockPerson(ctx, id))
  const { standing } = found(await standsPerson(ctx, id))
  const changes = standing.revision > revision ? await overtakenIn(ctx, standing, values, revision) : []
  if (changes.length > 0) throw new Problem('base.changed', { detail: `${changes.map(({ label }) => label).join('、')}在您之后被别人改过，请核对后决定`, revision: standing.revision, changes })
  const after = await revisePerson(ctx, id, values, visit, standing.revision)
  return { person: id, revision: after.revision }
}

/** Of what was written, what somebody else changed since the revision that was seen, to something else. */
async function overtakenIn(ctx: Ctx, standing: Standing, values: Values, revision: number) {
  const said = filledIn(await readGiven(ctx, standing, values, standing.values))
  const since = (await historyOf(ctx, { kind: 'person', subdistrict: standing.subdistrict, area: standing.area, id: standing.id })).filter(({ no }) => no > revision)
  const lastOf = (name: string) => since.find(({ fields }) => fields.some((field) => field.name === name))
  const names = Object.keys(said).filter((name) => lastOf(name) !== undefined && !isSame(said[name], standing.values[name]))
  const sides = await sidesOf(ctx, standing, Object.fromEntries(names.map((name) => [name, said[name] ?? null])))
  return sides.map((side) => { const { by, at, source } = lastOf(side.name)!; return { ...side, by, at, source } })
}

export async function confirm(ctx: Ctx, { housing, people, takenAt }: Input<'doorstep', 'confirm'>): Promise<Output<'doorstep', 'confirm'>> {
  await confirmUnit(ctx, housing, takenAt)
  const left: { person: string, why: string }[] = []
  const all = [...new Set(people)].toSorted()
  for (const person of all) {
    const one = await confirmOne(ctx, person, { takenAt })
    if ('why' in one) left.push({ person, why: one.why })
  }
  return { confirmed: all.length - left.length, left }
}

export async function join(ctx: Ctx, { residency: id, household }: Input<'doorstep', 'join'>): Promise<Output<'doorstep', 'join'>> {
  const residency = found(await queries.residencyOf(ctx, id))
  await ownPlaceFor(ctx, residency.housing ? { housing: residency.housing } : { area: residency.area })
  if (residency.household !== null && (household === 'here' || household === residency.household)) throw new Problem('conflict.exists', { detail: '这位居民已经在这一户，不用再编入' })
  return { household: await joinHousehold(ctx, residency.subdistrict, id, household === 'here' ? null : household) }
}
