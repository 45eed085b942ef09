import type { Field, Input, Output, Value } from '@linli/contract'
import { maskPhone } from '@linli/standards'
import type { Ctx } from '../../kernel/ctx.ts'
import { cut, goOnAfter } from '../../kernel/page.ts'
import { found } from '../../kernel/problem.ts'
import { housingUnit, listDoorsOf, standsHousing } from '../housing/index.ts'
import { enterPerson, moveIn, revisePerson } from '../person/index.ts'
import { claimedOf, fieldsFor, inWords, readAs, type From } from '../record/index.ts'
import * as queries from './queries.ts'
import type { ClaimRow } from './queries.ts'

/** A claim of a unit: somebody has moved in there. It is kept sealed: name, telephone number, in which role, since when; empty where it was not told. */
export const arrivalField = 'movedIn'

const roleField: Field = { name: 'role', label: '居住关系', type: 'code', part: '', table: 'residencyRole', isRequired: true }

export async function doors(ctx: Ctx, { after, limit }: Input<'claim', 'doors'>): Promise<Output<'claim', 'doors'>> {
  const page = cut(await listDoorsOf(ctx, ctx.actor.area, { after: goOnAfter(after, 2), limit: limit + 1 }), limit, ({ place, id }) => [place, id])
  return { next: page.next, rows: page.rows.map(({ id, address }) => ({ id, address })) }
}

/** Somebody has moved in, as far as people in the building know; of the same name behind the same door it is the same news. */
export async function arrive(ctx: Ctx, { housing: id, name, phone, role, since }: Input<'claim', 'arrive'>): Promise<Output<'claim', 'arrive'>> {
  const unit = found(await housingUnit(ctx, id))
  const { standing, subject } = found(await standsHousing(ctx, id))
  const asked = [...(await fieldsFor(ctx, 'person', unit)).filter((field) => field.name === 'name' || field.name === 'phone'), roleField]
  const read = await readAs(ctx, asked, unit, { given: { name, ...(phone !== '' && { phone }), role } })
  const said = [read.name, read.phone ?? '', read.role, since ?? '']
  const before = (await queries.listArrivals(ctx, standing, arrivalField)).filter((row) => (claimedOf(ctx, row) as string[])[0] === read.name)
  if (before.length > 0) await queries.replace(ctx, unit.subdistrict, before.map((row) => row.id))
  await queries.insert(ctx, {
    subdistrict: unit.subdistrict, id: ctx.newId(), record: id, area: unit.area, kind: 'housing', field: arrivalField, value: null, sealed: ctx.crypto.encrypt(JSON.stringify(said), 'claim.sealed'), source: 'steward', source_ref: null, by: ctx.actor.id, by_name: ctx.actor.name, at: ctx.now,
  })
  ctx.record('claim.proposed', { ...subject, kind: 'claim' }, { record: id, fields: [arrivalField] })
  return { proposed: 1 }
}

/** Accepted, they live there: somebody new, or somebody who is known. @returns who. */
export async function settleArrival(ctx: Ctx, row: ClaimRow, { is, isSomebodyElse }: Pick<Input<'claim', 'decide'>, 'is' | 'isSomebodyElse'>): Promise<string> {
  const [name, phone, role, since] = claimedOf(ctx, row) as [string, string, string, string]
  const [at, from]: [{ housing: string }, From] = [{ housing: row.record }, { source: 'steward', ref: row.id, name: row.by_name }]
  if (!is) return (await enterPerson(ctx, { values: { name, ...(phone !== '' && { phone }) }, at, role, since: since || null, isSomebodyElse }, from)).id
  if (phone !== '') await revisePerson(ctx, is.person, { phone }, from)
  await moveIn(ctx, { id: is.person, at, role, since: since || null, leavesOthers: is.leavesOthers })
  return is.person
}

/** As people read it; the number masked. */
export async function arrivalWords(ctx: Ctx, row: ClaimRow, said: Value): Promise<string> {
  // Once it was decided it stands in somebody's record, or nowhere.
  if (said === null) return row.status === 'accepted' ? '已登记入住' : '（不再保留）'
  const [name, phone, role, since] = said as [string, string, string, string]
  const words = await inWords(ctx, [roleField], row)
  return [name, words(roleField, role), ...(phone === '' ? [] : [maskPhone(phone)]), ...(since === '' ? [] : [`${since} 住进`])].join('，')
}
