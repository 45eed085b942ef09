import type { Output } from '@linli/contract'
import { ageAt, dayOf } from '@linli/standards'
import { mayIn } from '../../kernel/actor.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { areaNames } from '../organisation/index.ts'
import { fieldsFor, shown } from '../record/index.ts'
import * as queries from './queries.ts'
import type { PersonRow } from './queries.ts'
import { valuesOf } from './row.ts'

type View = Output<'person', 'get'>
type Row = Output<'person', 'list'>['rows'][number]

export function rowView(ctx: Ctx, row: PersonRow, names: ReadonlyMap<string, string>): Row {
  return {
    id: row.id, name: row.name, sex: row.sex, birth: row.birth, age: row.birth === null ? null : ageAt(row.birth, dayOf(ctx.now)), number: row.number_masked, phone: row.phone_masked, populationKind: row.population_kind,
    groups: row.groups, tags: row.tags, standing: row.standing as Row['standing'], area: row.area, areaName: names.get(row.area) ?? '', address: row.address, changedAt: row.changed_at.toISOString(),
  }
}

/** Whoever sees somebody by a home they have may edit and reveal by it too: a second home is a home. */
export const mayWith = ({ actor }: Ctx, permission: 'base.edit' | 'base.reveal', { area }: PersonRow, residencies: readonly { area: string, is_last: boolean }[]): boolean =>
  mayIn(actor, permission, area) || residencies.some((one) => one.is_last && mayIn(actor, permission, one.area))

export async function view(ctx: Ctx, row: PersonRow): Promise<View> {
  const residencies = await queries.listResidencies(ctx, row)
  const names = await areaNames(ctx, [row.area, ...residencies.map(({ area }) => area)])
  return {
    ...rowView(ctx, row, names),
    values: shown(await fieldsFor(ctx, 'person', row), valuesOf(ctx, row)), revision: row.revision, checkedAt: row.checked_at.toISOString(),
    residencies: residencies.map((one) => ({
      id: one.id, role: one.role, housing: one.housing, area: one.area, areaName: names.get(one.area) ?? '', address: one.address, since: one.since, until: one.until, leaveReason: one.leave_reason, isMain: one.is_main,
    })),
    mayEdit: mayWith(ctx, 'base.edit', row, residencies), mayReveal: mayWith(ctx, 'base.reveal', row, residencies), mergedInto: row.merged_into,
  }
}
