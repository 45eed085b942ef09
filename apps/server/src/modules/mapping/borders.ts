import { dayOf, levelOf, type Area } from '@linli/standards'
import type { Ctx } from '../../kernel/ctx.ts'
import { addDrawn, redraw, type Drawn } from '../organisation/index.ts'
import { applyBorders, takeBack, zoningOf } from '../zoning/index.ts'
import type { Said } from './judge-rules.ts'
import * as queries from './queries.ts'
import type { FeatureRow, MappingRow } from './queries.ts'

/** More borders than a sub-district has. */
const most = 5000

/** Borders of communities are drawn as they are; those of grids and micro-grids are a change of grids, that carries what lies within. Those above first. */
export async function storeBorders(ctx: Ctx, mapping: MappingRow): Promise<void> {
  const rows = (await queries.listReady(ctx, mapping, most)).map((row) => ({ row, said: row.said as unknown as Said }))
  for (const { row, said } of rows.filter((one) => one.said.kind === 'community')) await storeCommunity(ctx, row, said)
  const zonings: string[] = []
  for (const kind of ['grid', 'microGrid']) {
    for (const [parent, all] of Map.groupBy(rows.filter(({ said }) => said.kind === kind), ({ said }) => said.holder!)) zonings.push(...await storeGrids(ctx, mapping, parent, all))
  }
  await queries.update(ctx, mapping, { zoning: zonings })
}

async function storeCommunity(ctx: Ctx, row: FeatureRow, { shape }: Said): Promise<void> {
  if (row.outcome === 'fresh') {
    await addDrawn(ctx, { path: row.key!, name: row.name!, shape: shape as Area })
    return void await queries.markFeature(ctx, row, { result: 'entered' })
  }
  await queries.markFeature(ctx, row, { result: 'changed', before: JSON.stringify(await redraw(ctx, row.key!, { shape: shape as Area })) })
}

/** What cannot stand beside its neighbours is told at each of its features and left. */
async function storeGrids(ctx: Ctx, mapping: MappingRow, parent: string, all: readonly { row: FeatureRow, said: Said }[]): Promise<string[]> {
  const asked = all.map(({ row, said }) => ({ path: row.outcome === 'changed' ? row.key! : null, wanted: row.outcome === 'fresh' ? row.key : null, name: row.name!, shape: said.shape as never }))
  const done = await applyBorders(ctx, { parent, areas: asked, ended: [], isWhole: false }, `导入 ${mapping.file_name}`.slice(0, 200))
  for (const { row } of all) {
    if ('id' in done) await queries.markFeature(ctx, row, { result: row.outcome === 'changed' ? 'changed' : 'entered' })
    else await queries.markFeature(ctx, row, { result: 'stale', faults: JSON.stringify([...row.faults as object[], { code: 'zoning', message: done.fault, mend: '改正后重新导入', isWarning: false, at: null }]) })
  }
  return 'id' in done ? [done.id] : []
}

export async function takeBackBorders(ctx: Ctx, mapping: MappingRow): Promise<void> {
  for (const id of mapping.zoning.toReversed()) {
    const zoning = await zoningOf(ctx, id)
    if (zoning && zoning.undone_at === null) await takeBack(ctx, zoning)
  }
  for (const row of await queries.listDone(ctx, mapping, most)) {
    const isCommunity = row.key !== null && levelOf(row.key) === 'community'
    if (isCommunity) await redraw(ctx, row.key!, row.result === 'entered' ? { until: dayOf(ctx.now) } : { shape: (row.before as unknown as Drawn).shape })
    await queries.markFeature(ctx, row, { result: 'undone' })
  }
}

