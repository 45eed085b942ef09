import type { Input, Output } from '@linli/contract'
import { dayOf } from '@linli/standards'
import { officeOf } from '../../kernel/actor.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { Problem, found } from '../../kernel/problem.ts'
import * as queries from './fact-queries.ts'

type View = Output<'insight', 'setFact'>
type Row = Awaited<ReturnType<typeof queries.putFact>>

/** Every community of the office, told or not. */
export async function facts(ctx: Ctx): Promise<Output<'insight', 'facts'>> {
  const office = officeOf(ctx.actor)
  const told = new Map((await queries.listFacts(ctx, office.area)).map((row) => [row.area, row]))
  return { rows: (await queries.listCommunities(ctx, office)).map(({ path, name }) => view(path, name, told.get(path))) }
}

export async function setFact(ctx: Ctx, { area, people, km2, source, asOf }: Input<'insight', 'setFact'>): Promise<View> {
  const office = officeOf(ctx.actor)
  const community = found((await queries.listCommunities(ctx, office)).find(({ path }) => path === area))
  if (asOf > dayOf(ctx.now)) throw new Problem('input.invalid', { detail: '截止日期不能在今天以后', fields: [{ path: 'asOf', message: '不能在今天以后' }] })
  const row = await queries.putFact(ctx, { area, subdistrict: office.subdistrict, people, km2, source, as_of: asOf })
  ctx.record('insight.fact-set', { kind: 'insight', id: area, subdistrict: office.subdistrict, area }, { people, km2, source, asOf })
  return view(area, community.name, row)
}

const view = (area: string, areaName: string, row: Row | undefined): View =>
  ({ area, areaName, people: row?.people ?? null, km2: row?.km2 ?? null, source: row?.source ?? null, asOf: row?.as_of ?? null, changedBy: row?.changed_name ?? null })
