import { dayOf, type Area } from '@linli/standards'
import type { Ctx } from '../../kernel/ctx.ts'
import type { JobTools } from '../../kernel/module.ts'
import { addDrawn, addPlan, drawnAt, freshPath, holdPlace, redraw, redrawPlan, type Drawn, type PlanFeature } from '../organisation/index.ts'
import { hindranceOf, isInUse } from '../zoning/index.ts'
import { storeBorders, takeBackBorders } from './borders.ts'
import type { Said } from './judge-rules.ts'
import { lineOf } from './judge-plan-rules.ts'
import * as queries from './queries.ts'
import type { FeatureRow, MappingRow } from './queries.ts'
import type { Task } from './read.ts'
import { subjectOf } from './subject.ts'

/** So many features are stored in one transaction. */
const atOnce = 300

type Piece = (ctx: Ctx, mapping: MappingRow) => Promise<'more' | 'done'>

/** Stores what was confirmed, piece by piece; killed at any moment, the next start goes on where it was. */
export const commitMapping = (tools: JobTools, task: Task): Promise<void> => inPieces(tools, task, 'committing', storePiece)
export const undoMapping = (tools: JobTools, task: Task): Promise<void> => inPieces(tools, task, 'undoing', takeBackPiece)

async function inPieces({ write }: JobTools, { id, area, run }: Task, status: string, piece: Piece): Promise<void> {
  let state: 'more' | 'done' | undefined = 'more'
  while (state === 'more') {
    state = await write(area, async (ctx) => {
      const mapping = await queries.lock(ctx, id)
      return mapping?.status === status && mapping.run === run ? piece(ctx, mapping) : 'done'
    })
  }
}

async function storePiece(ctx: Ctx, mapping: MappingRow): Promise<'more' | 'done'> {
  await holdPlace(ctx, mapping.area)
  if (mapping.layer === 'area') await storeBorders(ctx, mapping)
  const rows = mapping.layer === 'area' ? [] : await queries.listReady(ctx, mapping, atOnce)
  for (const row of rows) await store(ctx, mapping, row)
  const { results } = await queries.countFeatures(ctx, mapping)
  const isOver = rows.length < atOnce
  await queries.update(ctx, mapping, { stored_to: Object.values(results).reduce((sum, one) => sum + one, 0), ...(isOver && { status: 'done' }) })
  ctx.record(isOver ? 'mapping.done' : 'mapping.stored', subjectOf(mapping), results)
  return isOver ? 'done' : 'more'
}

/** One feature; what stood before is kept with it. Somebody may have changed the same thing since the file was looked over. */
async function store(ctx: Ctx, mapping: MappingRow, row: FeatureRow): Promise<void> {
  const said = row.said as unknown as Said
  if (said.layer !== 'building') return storePlan(ctx, mapping, row, said)
  if (row.outcome === 'changed') {
    const now = await drawnAt(ctx, row.key!)
    if (!now || (now.until !== null && now.until <= dayOf(ctx.now))) return void await queries.markFeature(ctx, row, { result: 'stale' })
    const before = await redraw(ctx, row.key!, { shape: said.shape as Area, ...(said.height !== null && { height: said.height }), ...(said.floors !== null && { floors: said.floors }) })
    return void await queries.markFeature(ctx, row, { result: 'changed', before: JSON.stringify(before) })
  }
  const path = await freshPath(ctx, said.holder!, true)
  await addDrawn(ctx, { path, name: row.name!, shape: said.shape as Area, height: said.height, floors: said.floors })
  await queries.markFeature(ctx, row, { result: 'entered', key: path })
}

async function storePlan(ctx: Ctx, { area }: MappingRow, row: FeatureRow, said: Said): Promise<void> {
  const feature = { kind: said.kind, name: said.name, width: said.width, line: lineOf(said.shape!) as [number, number][], code: said.code, sort: said.sort }
  if (row.outcome === 'fresh') {
    const [id] = await addPlan(ctx, area, [feature])
    return void await queries.markFeature(ctx, row, { result: 'entered', key: String(id) })
  }
  const before = await redrawPlan(ctx, area, Number(row.key), feature)
  await queries.markFeature(ctx, row, before ? { result: 'changed', before: JSON.stringify(before) } : { result: 'stale' })
}

async function takeBackPiece(ctx: Ctx, mapping: MappingRow): Promise<'more' | 'done'> {
  await holdPlace(ctx, mapping.area)
  const hindrance = await hindranceOf(ctx, mapping.zoning)
  if (hindrance !== undefined) {
    await queries.update(ctx, mapping, { status: 'done', fault: hindrance })
    ctx.record('mapping.undo-refused', subjectOf(mapping), {})
    return 'done'
  }
  if (mapping.layer === 'area') await takeBackBorders(ctx, mapping)
  const rows = mapping.layer === 'area' ? [] : await queries.listDone(ctx, mapping, atOnce)
  for (const row of rows) await queries.markFeature(ctx, row, { result: await takeBack(ctx, mapping, row) })
  const { results } = await queries.countFeatures(ctx, mapping)
  const isOver = rows.length < atOnce
  if (isOver) await queries.update(ctx, mapping, { status: 'undone' })
  ctx.record(isOver ? 'mapping.undone' : 'mapping.taken-back', subjectOf(mapping), results)
  return isOver ? 'done' : 'more'
}

/** A building that somebody has been entered in meanwhile stays. */
async function takeBack(ctx: Ctx, { area }: MappingRow, row: FeatureRow): Promise<'undone' | 'kept'> {
  const { layer } = row.said as unknown as Said
  if (layer !== 'building') return await redrawPlan(ctx, area, Number(row.key), row.result === 'entered' ? null : row.before as unknown as PlanFeature) ? 'undone' : 'kept'
  if (row.result === 'entered') {
    if (await isInUse(ctx, row.key!)) return 'kept'
    await redraw(ctx, row.key!, { until: dayOf(ctx.now) })
    return 'undone'
  }
  const { shape, height, floors } = row.before as unknown as Drawn
  await redraw(ctx, row.key!, { shape, height, floors })
  return 'undone'
}
