import type { Output, Values } from '@linli/contract'
import { ageAt, dayOf } from '@linli/standards'
import { mayIn } from '../../kernel/actor.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { areaNames } from '../organisation/index.ts'
import { shownFor, takenUp } from '../record/index.ts'
import * as queries from './queries.ts'
import type { HouseholdRow, MemberRow } from './queries.ts'

type View = Output<'household', 'get'>
type Row = Output<'household', 'list'>['rows'][number]

export const kept = { apart: ['no', 'kind'], sealedAs: 'household.sealed' }

/** Everything known, in clear: for what is decided on the server, never for an answer. */
export const valuesOf = (ctx: Ctx, row: HouseholdRow): Values => ({ no: row.no, kind: row.kind, ...takenUp(ctx, row, kept.sealedAs) })

export async function rowViews(ctx: Ctx, rows: readonly (HouseholdRow & { people: number | null, head_name: string | null })[]): Promise<Row[]> {
  const names = await areaNames(ctx, [...new Set(rows.map(({ area }) => area))])
  return rows.map((row) => ({
    id: row.id, no: row.no, kind: row.kind, head: row.head !== null && row.head_name !== null ? { id: row.head, name: row.head_name } : null, people: row.people ?? 0, tags: row.tags, area: row.area, areaName: names.get(row.area) ?? '',
    housing: row.housing, address: row.address, endedOn: row.ended_on, changedAt: row.changed_at.toISOString(),
  }))
}

export async function view(ctx: Ctx, row: HouseholdRow): Promise<View> {
  const all = await queries.listMembers(ctx, row)
  const members = all.filter(({ until }) => until === null).toSorted((one, other) => Number(other.person === row.head) - Number(one.person === row.head))
  const [brief] = await rowViews(ctx, [{ ...row, people: members.length, head_name: members.find(({ person }) => person === row.head)?.name ?? null }])
  const memberView = (one: MemberRow) => ({
    residency: one.id, person: one.person, name: one.name, sex: one.sex, age: one.birth === null ? null : ageAt(one.birth, dayOf(ctx.now)), phone: one.phone_masked, groups: one.groups, kinship: one.kinship, role: one.role, since: one.since, until: one.until, isHead: one.person === row.head,
  })
  return {
    ...brief!, values: await shownFor(ctx, 'household', row, valuesOf(ctx, row)), revision: row.revision, checkedAt: row.checked_at.toISOString(),
    members: members.map(memberView), former: all.filter(({ until }) => until !== null).map(memberView), mayEdit: mayIn(ctx.actor, 'base.edit', row.area), mayReveal: mayIn(ctx.actor, 'base.reveal', row.area),
  }
}
