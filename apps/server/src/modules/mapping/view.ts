import type { Output } from '@linli/contract'
import { isAreaPath } from '@linli/standards'
import { mayIn } from '../../kernel/actor.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { areaNames } from '../organisation/index.ts'
import { faultTitles, type Said, type Told } from './judge-rules.ts'
import { countFeatures, type FeatureRow, type MappingRow } from './queries.ts'
import { undoDays } from './subject.ts'

export type View = Output<'mapping', 'get'>
type FeatureView = Output<'mapping', 'features'>['rows'][number]

export async function viewOf(ctx: Ctx, row: MappingRow): Promise<View> {
  const { results } = ['committing', 'done', 'undoing', 'undone'].includes(row.status) ? await countFeatures(ctx, row) : { results: {} }
  const counts = row.counts as View['counts']
  const may = mayIn(ctx.actor, 'organisation.manage', row.area)
  const look = row.look as (Omit<NonNullable<View['look']>, 'faults'> & { faults: { code: string, warning: boolean, count: number }[] }) | null
  return {
    id: row.id, layer: row.layer as View['layer'], fileName: row.file_name, bytes: row.bytes, status: row.status as View['status'], area: row.area, by: row.by_name, at: row.created_at.toISOString(), changedAt: row.changed_at.toISOString(),
    total: row.total, read: row.read_to, stored: row.stored_to, counts, results, fault: row.fault,
    look: look && { ...look, faults: look.faults.map(({ code, warning, count }) => ({ code, title: faultTitles[code] ?? code, count, isWarning: warning })) },
    mayRead: may && ['ready', 'failed'].includes(row.status), mayCommit: may && row.status === 'ready' && (counts.fresh ?? 0) + (counts.changed ?? 0) > 0,
    mayUndo: may && row.status === 'done' && ctx.now.getTime() - row.changed_at.getTime() < undoDays * 86_400_000, mayCancel: may && ['reading', 'ready', 'failed'].includes(row.status),
  }
}

export async function featureViews(ctx: Ctx, rows: readonly FeatureRow[]): Promise<FeatureView[]> {
  const pathOf = ({ key }: FeatureRow) => (key !== null && isAreaPath(key) ? key : null)
  const holderOf = ({ said }: FeatureRow) => (said as unknown as Said).holder
  const names = await areaNames(ctx, [...new Set(rows.flatMap((row) => [pathOf(row), holderOf(row)].filter((path) => path !== null)))])
  return rows.map((row) => {
    const said = row.said as unknown as Said
    const path = pathOf(row)
    return {
      no: row.no, outcome: row.outcome as FeatureView['outcome'], result: row.result as FeatureView['result'], name: row.name, of: (path && names.get(path)) ?? (said.holder === null ? null : names.get(said.holder) ?? null), path: path !== null && names.has(path) ? path : null,
      faults: (row.faults as unknown as Told[]).map((one) => ({ ...one, at: one.at && [one.at[0], one.at[1]] })), differences: said.differences, geometry: said.shape as FeatureView['geometry'],
    }
  })
}

