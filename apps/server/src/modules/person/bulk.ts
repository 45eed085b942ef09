import type { Ctx } from '../../kernel/ctx.ts'
import { mayIn } from '../../kernel/actor.ts'
import { lookedOver } from '../record/index.ts'
import { subjectOf } from './actions.ts'
import { moveOut } from './move.ts'
import * as queries from './queries.ts'
import type { PersonRow } from './queries.ts'

/** Somebody as they stood before many were changed at once, for another module that undoes it. */
export interface Before { id: string, subdistrict: number, area: string, address: string | null, standing: string, checkedAt: string, residencies: { id: string, isMain: boolean }[] }
type Done = Before | { why: string }

/** Looked over and found right; at somebody's door it says so, and `takenAt` is when, where it was told later. */
export async function confirmOne(ctx: Ctx, id: string, visit?: { takenAt: string | undefined }): Promise<Done> {
  const row = await queries.lock(ctx, id)
  const why = hindranceOf(ctx, row)
  if (!row || why !== null) return { why: why! }
  const after = await queries.update(ctx, row, { checked_at: lookedOver(ctx.now, row.checked_at, visit?.takenAt), changed_at: ctx.now })
  ctx.record('person.confirmed', subjectOf(after), { fields: [], ...(visit && { source: 'visit', takenAt: visit.takenAt }) })
  return beforeOf(row, [])
}

/** Gone from every place of theirs that the person asking may change. */
export async function leaveAll(ctx: Ctx, id: string, { on, reason }: { on: string, reason: string }): Promise<Done> {
  const row = await queries.lock(ctx, id)
  const why = hindranceOf(ctx, row)
  if (!row || why !== null) return { why: why! }
  const holding = (await queries.listResidencies(ctx, row)).filter(({ until, area }) => until === null && mayIn(ctx.actor, 'base.edit', area))
  if (holding.length === 0) return { why: `${row.name}没有现住处` }
  if (holding.some(({ since }) => since !== null && on < since)) return { why: `${row.name}的离开日期早于入住日期` }
  for (const one of holding) await moveOut(ctx, { id, residency: one.id, on, reason })
  return beforeOf(row, holding.map((one) => ({ id: one.id, isMain: one.is_main })))
}

/** Puts somebody back as they stood; false where they were changed since. */
export async function isAsBefore(ctx: Ctx, before: Before, changedAt: Date): Promise<boolean> {
  const row = await queries.lock(ctx, before.id)
  if (!row || row.changed_at.getTime() !== changedAt.getTime() || !mayIn(ctx.actor, 'base.edit', before.area)) return false
  for (const one of before.residencies) await queries.updateResidency(ctx, { subdistrict: row.subdistrict, id: one.id }, { until: null, leave_reason: null, is_last: true, is_main: one.isMain })
  const after = await queries.update(ctx, row, { area: before.area, address: before.address, standing: before.standing as PersonRow['standing'], checked_at: new Date(before.checkedAt), changed_at: ctx.now })
  if (before.residencies.length > 0) ctx.record('person.moved-in', subjectOf(after), { from: [], undone: true })
  else ctx.record('person.confirmed', subjectOf(after), { fields: [], undone: true })
  return true
}

function hindranceOf(ctx: Ctx, row: PersonRow | undefined): string | null {
  if (!row || !mayIn(ctx.actor, 'base.edit', row.area)) return '没有找到，或您无权办理'
  return row.standing === 'present' ? null : `${row.name}已不在册`
}

const beforeOf = (row: PersonRow, residencies: Before['residencies']): Before =>
  ({ id: row.id, subdistrict: row.subdistrict, area: row.area, address: row.address, standing: row.standing, checkedAt: row.checked_at.toISOString(), residencies })
