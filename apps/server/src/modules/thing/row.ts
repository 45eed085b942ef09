import type { Field, Output, Value, Values } from '@linli/contract'
import type { Insertable } from 'kysely'
import { mayIn } from '../../kernel/actor.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import type { Thing } from '../../kernel/schema.gen.ts'
import { areaNames } from '../organisation/index.ts'
import { laidDown, shownFor, takenUp } from '../record/index.ts'
import * as queries from './queries.ts'
import type { ThingRow } from './queries.ts'

type View = Output<'thing', 'get'>
type Row = Output<'thing', 'list'>['rows'][number]

/** Values that have a column of their own. */
const columns = ['name', 'kind', 'code', 'state'] as const
const kept = { apart: columns, sealedAs: 'thing.sealed' }

export const rowOf = (ctx: Pick<Ctx, 'crypto'>, fields: readonly Field[], values: Values) => ({
  ...Object.fromEntries(columns.map((name) => [name, values[name] ?? null])) as Pick<Insertable<Thing>, 'name' | 'kind' | 'code' | 'state'>, ...laidDown(ctx, fields, values, kept),
})

/** Everything known, in clear: for what is decided on the server, never for an answer. */
export const valuesOf = (ctx: Pick<Ctx, 'crypto'>, row: ThingRow): Values => ({ ...Object.fromEntries(columns.map((name): [string, Value] => [name, row[name]])), ...takenUp(ctx, row, kept.sealedAs) })

export async function rowViews(ctx: Ctx, rows: readonly ThingRow[]): Promise<Row[]> {
  const names = await areaNames(ctx, [...new Set(rows.map(({ area }) => area))])
  const units = await queries.namesOfUnits(ctx, [...new Set(rows.flatMap(({ owner }) => owner ?? []))])
  return rows.map((row) => ({
    id: row.id, name: row.name, kind: row.kind, code: row.code, state: row.state, owner: row.owner === null ? null : { id: row.owner, name: units.get(row.owner) ?? '' }, point: row.lng === null || row.lat === null ? null : { lng: row.lng, lat: row.lat },
    tags: row.tags, area: row.area, areaName: names.get(row.area) ?? '', housing: row.housing, address: row.address, endedOn: row.ended_on, changedAt: row.changed_at.toISOString(),
  }))
}

export async function view(ctx: Ctx, row: ThingRow): Promise<View> {
  const [brief] = await rowViews(ctx, [row])
  return {
    ...brief!, values: await shownFor(ctx, 'thing', row, valuesOf(ctx, row)), revision: row.revision, checkedAt: row.checked_at.toISOString(),
    mayEdit: row.ended_on === null && mayIn(ctx.actor, 'base.edit', row.area), mayReveal: mayIn(ctx.actor, 'base.reveal', row.area),
  }
}
