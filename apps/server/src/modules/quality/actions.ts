import { flawKind, type FlawKind, type Input, type Output } from '@linli/contract'
import { areaAt } from '@linli/standards'
import { tenantOf } from '../../kernel/actor.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { commonArea } from '../../kernel/db.ts'
import { cut, goOnAfter } from '../../kernel/page.ts'
import { Problem, found } from '../../kernel/problem.ts'
import { areaNames } from '../organisation/index.ts'
import { confirmOne, isAsBefore, leaveAll, type Before } from '../person/index.ts'
import * as queries from './queries.ts'
import type { Known } from './flaw-queries.ts'
import { usedAsBefore, type HomeBefore } from './homes.ts'
import { closeFlaws, openAgain } from './settle.ts'
import { subjectOf } from './subject.ts'

/** People and homes as they stood, and what was wrong with them. */
interface Remembered { people: Before[], homes?: HomeBefore[], flaws: Known[] }
type Counts = Output<'quality', 'board'>['total']
const kinds = Object.keys(flawKind) as FlawKind[]

/** The whole office of the person asking, of which the policies leave what they may see: a post may reach further than the place an account belongs to. */
const everywhereOf = ({ actor: { area } }: Ctx): string => areaAt(area, 'subdistrict') ?? area

/** By community; what lies in no community of its own stands with the area it is counted in. */
export async function board(ctx: Ctx, { area = everywhereOf(ctx) }: Input<'quality', 'board'>): Promise<Output<'quality', 'board'>> {
  const counts = await queries.listCounts(ctx, { subdistrict: tenantOf(area), area })
  const places = Map.groupBy(counts, (row) => areaAt(row.area, 'community') ?? row.area)
  const names = await areaNames(ctx, [...places.keys()])
  const sum = (rows: typeof counts): Counts => Object.fromEntries(kinds.map((kind) => [kind, rows.filter((row) => row.kind === kind).reduce((total, { open }) => total + open, 0)])) as Counts
  return { total: sum(counts), rows: [...places].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([path, rows]) => ({ area: path, areaName: names.get(path) ?? '', counts: sum(rows) })) }
}

export async function list(ctx: Ctx, { kind, area = everywhereOf(ctx), after, limit }: Input<'quality', 'list'>): Promise<Output<'quality', 'list'>> {
  const rows = await queries.list(ctx, { subdistrict: tenantOf(area), area, kind }, { after: goOnAfter(after, 2), limit: limit + 1 })
  const page = cut(rows, limit, (row) => [row.area, row.subject])
  const names = await areaNames(ctx, [...new Set(page.rows.flatMap((row) => [row.area, row.elsewhere ?? []].flat()))])
  return {
    next: page.next, rows: page.rows.map((row) => ({
      subject: row.subject, of: kind === 'noHousehold' ? 'housing' as const : 'person' as const, name: row.name ?? row.address ?? '', number: row.number_masked, phone: row.phone_masked, address: row.address, area: row.area, areaName: names.get(row.area) ?? '',
      elsewhere: row.elsewhere === null ? null : names.get(row.elsewhere) ?? '其他社区', since: row.since.toISOString(), checkedAt: row.checked_at.toISOString(),
    })),
  }
}

/** Whoever cannot be mended is told with the reason; the others are, all in one, and can be put back as they were. */
export async function mend(ctx: Ctx, { people, way, on, reason }: Input<'quality', 'mend'>): Promise<Output<'quality', 'mend'>> {
  if (way === 'moveOut' && (on === undefined || reason === undefined)) throw new Problem('input.invalid', { fields: [{ path: on === undefined ? 'on' : 'reason', message: '请填写离开日期和原因' }] })
  const done: Before[] = []
  const left: { person: string, why: string }[] = []
  for (const id of [...new Set(people)].toSorted()) {
    const one = way === 'confirm' ? await confirmOne(ctx, id) : await leaveAll(ctx, id, { on: on!, reason: reason! })
    if ('why' in one) left.push({ person: id, why: one.why })
    else done.push(one)
  }
  const [first] = done
  // Nothing was done to anybody: said so, and there is nothing to undo.
  if (!first) throw new Problem('not-found', { detail: left[0]?.why })
  const row = { subdistrict: first.subdistrict, id: ctx.newId(), area: commonArea(done.map(({ area }) => area)) }
  const flaws = await closeFlaws(ctx.db, row.subdistrict, done.map(({ id }) => id), way === 'confirm' ? ['stale'] : kinds)
  await queries.insertMend(ctx, { ...row, way, before: JSON.stringify({ people: done, flaws } satisfies Remembered), at: ctx.now, by: ctx.actor.id!, by_name: ctx.actor.name })
  again(ctx, row, done.map(({ id }) => id))
  ctx.record('quality.mended', subjectOf(row), { way, people: done.length })
  return { mend: row.id, mended: done.length, left }
}

/** Each as they stood before, unless somebody changed them since. */
export async function undo(ctx: Ctx, { mend: id }: Input<'quality', 'undo'>): Promise<Output<'quality', 'undo'>> {
  const row = found(await queries.lockMend(ctx, id))
  if (row.undone_at !== null) throw new Problem('base.changed', { detail: '已经撤销过了' })
  const { people: before, homes = [], flaws } = row.before as unknown as Remembered
  const back: string[] = []
  for (const one of before) if (await isAsBefore(ctx, one, row.at)) back.push(one.id)
  for (const one of homes) if (await usedAsBefore(ctx, one)) back.push(one.id)
  await openAgain(ctx.db, row.subdistrict, flaws.filter(({ subject }) => back.includes(subject)))
  await queries.undoMend(ctx, row)
  again(ctx, row, before.map((one) => one.id))
  ctx.record('quality.mend-undone', subjectOf(row), { way: row.way, [homes.length > 0 ? 'homes' : 'people']: back.length })
  return { undone: back.length, left: before.length + homes.length - back.length }
}

const again = (ctx: Ctx, { area }: { area: string }, people: string[]) => ctx.later({ queue: 'quality.settle', data: { area: areaAt(area, 'subdistrict')!, people } })
