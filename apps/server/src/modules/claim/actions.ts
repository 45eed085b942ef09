import type { Input, Output, RecordKind, Value, Values, ValueSource } from '@linli/contract'
import { tenantOf } from '../../kernel/actor.ts'
import type { Ctx, Subject } from '../../kernel/ctx.ts'
import { cut, goOnAfter } from '../../kernel/page.ts'
import { Problem, found } from '../../kernel/problem.ts'
import { reviseEnterprise, standsEnterprise } from '../enterprise/index.ts'
import { reviseHousehold, standsHousehold } from '../household/index.ts'
import { reviseHousing, standsHousing } from '../housing/index.ts'
import { areaNames } from '../organisation/index.ts'
import { listDoors, moveOut, propose as proposeFor, revisePerson, standsPerson, type Standings } from '../person/index.ts'
import { claimedOf, fieldsFor, masked, type From } from '../record/index.ts'
import { reviseThing, standsThing } from '../thing/index.ts'
import { arrivalField, arrivalWords, settleArrival } from './arrival.ts'
import * as queries from './queries.ts'
import type { ClaimRow } from './queries.ts'

type View = Output<'claim', 'decide'>
interface Kind { stands: (ctx: Ctx, id: string) => Promise<Standings | undefined>, revise: (ctx: Ctx, id: string, given: Values, from: From) => Promise<unknown> }

const kinds: Partial<Record<string, Kind>> = {
  person: { stands: standsPerson, revise: revisePerson }, household: { stands: standsHousehold, revise: reviseHousehold }, housing: { stands: standsHousing, revise: reviseHousing },
  enterprise: { stands: standsEnterprise, revise: reviseEnterprise }, thing: { stands: standsThing, revise: reviseThing },
}

export async function list(ctx: Ctx, { after, limit, area, ...filters }: Input<'claim', 'list'>): Promise<Output<'claim', 'list'>> {
  const rows = await queries.list(ctx, { ...filters, area, subdistrict: tenantOf(area ?? ctx.actor.area) }, { after: goOnAfter(after, 2), limit: limit + 1 })
  const page = cut(rows, limit, ({ at, id }) => [at.toISOString(), id])
  return { next: page.next, rows: await views(ctx, page.rows) }
}

/** One call: what is accepted stands, with the source that said it; what is refused is remembered as refused. */
export async function decide(ctx: Ctx, { id, isAccepted, ...how }: Input<'claim', 'decide'>): Promise<View> {
  const row = found(await queries.lock(ctx, id))
  if (row.status !== 'open') throw new Problem('base.changed', { detail: '这一条已经处理过了' })
  const before = (await views(ctx, [row]))[0]
  const stands = await kinds[row.kind]?.stands(ctx, row.record)
  if (!before || !stands) throw new Problem('not-found')
  const person = isAccepted ? await accept(ctx, row, how) : undefined
  const after = await queries.decide(ctx, row, isAccepted ? 'accepted' : 'refused', { person, isKept: row.field !== arrivalField })
  ctx.record(isAccepted ? 'claim.accepted' : 'claim.refused', subjectOf(row), { record: row.record, field: row.field, source: row.source, ...(person !== undefined && { person }) })
  return { ...before, status: after.status as View['status'], decidedBy: after.decided_by_name, decidedAt: ctx.now.toISOString() }
}

/** @returns who has moved in, where that is what was said. */
async function accept(ctx: Ctx, row: ClaimRow, { reason, ...who }: Pick<Input<'claim', 'decide'>, 'reason' | 'is' | 'isSomebodyElse'>): Promise<string | undefined> {
  if (row.field === arrivalField) return settleArrival(ctx, row, who)
  const value = claimedOf(ctx, row)
  if (row.field === 'movedOut') {
    const [residency, on] = value as [string, string]
    await moveOut(ctx, { id: row.record, residency, on, reason })
  } else await kinds[row.kind]!.revise(ctx, row.record, { [row.field]: value }, { source: row.source as ValueSource, ref: row.id, name: row.by_name, isDecided: true })
  return undefined
}

export async function whom(ctx: Ctx, { after, limit }: Input<'claim', 'whom'>): Promise<Output<'claim', 'whom'>> {
  const page = cut(await listDoors(ctx, { after: goOnAfter(after, 2), limit: limit + 1 }), limit, ({ place, residency }) => [place, residency])
  const names = await areaNames(ctx, [...new Set(page.rows.map(({ area }) => area))])
  return { next: page.next, rows: page.rows.map(({ id, name, residency, address, area }) => ({ id, name, residency, address, areaName: names.get(area) ?? '' })) }
}

/** News from the building: the community decides. */
export async function propose(ctx: Ctx, { person, movedOut, values }: Input<'claim', 'propose'>): Promise<Output<'claim', 'propose'>> {
  const { subject, fields } = await proposeFor(ctx, person, { values: values as Values, movedOut }, { source: 'steward', name: ctx.actor.name })
  ctx.record('claim.proposed', { ...subject, kind: 'claim' }, { record: person, fields })
  return { proposed: fields.length }
}

const subjectOf = ({ id, subdistrict, area }: ClaimRow): Subject => ({ kind: 'claim', id, subdistrict, area, may: 'base.view' })

/** Side by side with what stands. Claims of records that are gone are left out. */
async function views(ctx: Ctx, rows: readonly ClaimRow[]): Promise<View[]> {
  const names = await areaNames(ctx, [...new Set(rows.map(({ area }) => area))])
  const records = new Map<string, Standings | undefined>()
  for (const { kind, record } of rows) if (!records.has(record)) records.set(record, await kinds[kind]?.stands(ctx, record))
  return (await Promise.all(rows.map(async (row) => {
    const known = records.get(row.record)
    return known ? view(ctx, row, known, names.get(row.area) ?? '') : []
  }))).flat()
}

async function view(ctx: Ctx, row: ClaimRow, { name, standing }: Standings, areaName: string): Promise<View> {
  const said = claimedOf(ctx, row)
  const field = (await fieldsFor(ctx, standing.kind, standing)).find((one) => one.name === row.field)
  const shown = (value: Value) => masked(field ?? { name: row.field, type: 'text', isSensitive: true }, value)
  const [isGone, isArrival] = [row.field === 'movedOut', row.field === arrivalField]
  const value = isGone ? (said as string[])[1] ?? null : isArrival ? await arrivalWords(ctx, row, said) : shown(said)
  return {
    id: row.id, kind: row.kind as RecordKind, record: { id: row.record, name }, area: row.area, areaName, field: row.field, label: isGone ? '已搬离' : isArrival ? '有人入住' : field?.label ?? row.field, value,
    present: isGone || isArrival ? null : shown(standing.values[row.field] ?? null), source: row.source as ValueSource, presentSource: isGone || isArrival ? null : (standing.sources[row.field] ?? standing.sources['*'])?.[1] ?? null,
    by: row.by_name, at: row.at.toISOString(), status: row.status as View['status'], decidedBy: row.decided_by_name, decidedAt: row.decided_at?.toISOString() ?? null,
  }
}
