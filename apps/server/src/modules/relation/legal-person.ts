import { areaAt, dayOf } from '@linli/standards'
import type { Ctx } from '../../kernel/ctx.ts'
import type { Happened, JobTools } from '../../kernel/module.ts'
import { enterprisesNaming, legalPersonOf } from '../enterprise/index.ts'
import { personByNumber, personOf } from '../person/index.ts'
import { subjectOf } from './actions.ts'
import * as queries from './queries.ts'

/** Whoever an enterprise names as its legal person by a certificate number is looked up in the base, over the whole sub-district: they seldom live where it works. */
export const linkLegalPerson = async ({ write }: JobTools, { subject, area }: Happened): Promise<void> => void await write(areaAt(area, 'subdistrict') ?? area, (ctx) => link(ctx, subject))

/** The same where the enterprise was there first. */
export const linkTheirEnterprises = async ({ write }: JobTools, { subject, area }: Happened): Promise<void> => void await write(areaAt(area, 'subdistrict') ?? area, async (ctx) => {
  const person = await personOf(ctx, subject)
  for (const id of person?.number_index ? await enterprisesNaming(ctx, person.subdistrict, person.number_index) : []) await link(ctx, id)
})

async function link(ctx: Ctx, id: string): Promise<void> {
  const told = await legalPersonOf(ctx, id)
  if (!told) return
  const { enterprise: { subdistrict, area }, number } = told
  const person = number === null ? undefined : await personByNumber(ctx, subdistrict, number)
  const present = await queries.legalPersonsOf(ctx, subdistrict, id)
  // Without a number nobody is known by it: what somebody entered stays, what came from a number goes with it.
  const wrong = present.filter((row) => (number === null || !person ? row.created_by === null : row.person !== person.id))
  for (const row of wrong) ctx.record('relation.ended', subjectOf(await queries.end(ctx, row, dayOf(ctx.now))), { kind: row.kind, on: dayOf(ctx.now) })
  if (!person || present.some((row) => row.person === person.id)) return
  const row = await queries.insert(ctx, { subdistrict, id: ctx.newId(), area, kind: 'legalPerson', enterprise: id, person: person.id, role: null, since: null, created_at: ctx.now, created_by: null })
  ctx.record('relation.entered', subjectOf(row), { kind: row.kind })
}
