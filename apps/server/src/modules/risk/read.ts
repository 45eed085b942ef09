import { careKinds, isCare, placeKinds, riskKind, warnedColours, type Input, type Output, type RiskKind, type WarnedColour } from '@linli/contract'
import { addDays, areaAt, dayOf, isAreaPath, levelOf } from '@linli/standards'
import { dayMs } from '@linli/standards/day'
import { areasFor, mayIn, tenantOf } from '../../kernel/actor.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { commonArea } from '../../kernel/db.ts'
import { cut, goOnAfter } from '../../kernel/page.ts'
import { Problem, found } from '../../kernel/problem.ts'
import { areaNames } from '../organisation/index.ts'
import * as queries from './read-queries.ts'
import { findVersion } from './rule-queries.ts'
import { hidden } from './rules.ts'
import { namesOf, partView, scoredViews, warningRows, warningView } from './view.ts'
import * as warnings from './warning-queries.ts'

type Board = Output<'risk', 'board'>
type Counts = Board['kinds'][number]['counts']
type Whole = Output<'risk', 'subject'>

/** Where somebody looks: what they asked for, within what they may. */
function placeOf(ctx: Ctx, asked: string | undefined, may: 'risk.view' | 'risk.person' = 'risk.view'): { subdistrict: number, area: string } {
  const area = asked ?? commonArea(areasFor(ctx.actor, may))
  if (!isAreaPath(area) && area !== '/') throw new Problem('input.invalid', { fields: [{ path: 'area', message: '请选择辖区' }] })
  if (asked !== undefined && !mayIn(ctx.actor, may, asked)) throw new Problem('not-found')
  return { subdistrict: tenantOf(area), area }
}

const fresh = (ctx: Ctx) => new Date(ctx.now.getTime() - dayMs)
const everything = { colours: undefined, state: 'open', isOverdue: undefined, since: undefined, roles: undefined, rule: undefined }

/** Numbers alone, of a few rows each grid has; of people without the small ones to who may not see whom. */
export async function board(ctx: Ctx, { area: asked }: Input<'risk', 'board'>): Promise<Board> {
  const where = placeOf(ctx, asked)
  const level = areaAt(where.area, 'community') === undefined ? 'community' : 'grid'
  const rows = await queries.counts(ctx, where.subdistrict, where.area)
  const mayCare = mayIn(ctx.actor, 'risk.person', where.area) && areaAt(where.area, 'community') !== undefined
  const places = [...new Set(rows.map(({ area }) => areaAt(area, level) ?? area))].toSorted()
  const names = await areaNames(ctx, places)
  const mark = await queries.marks(ctx, where.subdistrict)
  // The database asks of every warning of people whether it may be seen; who may see none asks for none.
  const told = await warnings.tally(ctx, { ...where, ...everything, kinds: mayCare ? [...placeKinds, ...careKinds] : placeKinds }, fresh(ctx))
  const sum = (by: 'open' | 'overdue' | 'fresh') => told.reduce((total, one) => total + one[by], 0)
  const kinds = (Object.keys(riskKind) as RiskKind[]).map((kind) => {
    const isOpen = !isCare(kind) || mayCare
    const table = shownCounts(places.map((place) => countsOf(rows.filter((row) => row.kind === kind && (areaAt(row.area, level) ?? row.area) === place))), isOpen)
    return { kind, mayOpen: isOpen, counts: table.all, warnings: told.find((one) => one.kind === kind)?.open ?? 0, rows: places.map((place, at) => ({ area: place, areaName: names.get(place) ?? place, kind, counts: table.rows[at]! })) }
  })
  return { computedAt: mark?.until.toISOString() ?? null, version: mark?.version ?? null, kinds: kinds.map(({ kind, mayOpen, counts, warnings: open }) => ({ kind, mayOpen, counts, warnings: open })), rows: kinds.flatMap((kind) => kind.rows), open: sum('open'), overdue: sum('overdue'), fresh: sum('fresh'), mayCare }
}

const none = { red: 0, orange: 0, yellow: 0, blue: 0 }
function countsOf(rows: readonly queries.CountRow[]): Record<WarnedColour, number> {
  const sums = { ...none }
  for (const { colour, subjects } of rows) if (colour !== 'green') sums[colour] += subjects
  return sums
}

function shownCounts(rows: readonly Record<WarnedColour, number>[], isOpen: boolean): { all: Counts, rows: Counts[] } {
  const all: Counts = { ...none }
  const shown: Counts[] = rows.map(() => ({ ...none }))
  for (const colour of warnedColours) {
    const column = rows.map((row) => row[colour])
    const told = isOpen ? column : hidden(column)
    const total = column.reduce((sum, one) => sum + one, 0)
    told.forEach((one, at) => { shown[at]![colour] = one })
    // A total of few, or of places of which just one is not told, would say what was hidden.
    all[colour] = isOpen ? total : told.filter((one) => one === null).length === 1 ? null : hidden([total])[0]!
  }
  return { all, rows: shown }
}

export const list = (ctx: Ctx, input: Input<'risk', 'list'>) => listed(ctx, input, 'risk.view')
export const care = (ctx: Ctx, input: Input<'risk', 'care'>) => listed(ctx, input, 'risk.person')

async function listed(ctx: Ctx, { kind, area, colours, rule, after, limit }: Input<'risk', 'list'> | Input<'risk', 'care'>, may: 'risk.view' | 'risk.person'): Promise<Output<'risk', 'list'>> {
  const rows = await queries.list(ctx, { ...placeOf(ctx, area, may), kind, colours, rule }, goOnAfter(after, 2), limit + 1)
  const page = cut(rows, limit, ({ score, subject }) => [score, subject])
  return { rows: await scoredViews(ctx, page.rows), next: page.next }
}

export const subject = (ctx: Ctx, { kind, id }: Input<'risk', 'subject'>) => whole(ctx, kind, id)
export const careSubject = (ctx: Ctx, { kind, id }: Input<'risk', 'careSubject'>) => whole(ctx, kind, id)

/** So far back a score is told day by day. */
const backDays = 180

/** Why it has its score: every rule that speaks with its records, by which version; the way there, and what was done. */
async function whole(ctx: Ctx, kind: RiskKind, id: string): Promise<Whole> {
  const { subdistrict, area } = await standing(ctx, kind, id)
  if (!mayIn(ctx.actor, isCare(kind) ? 'risk.person' : 'risk.view', area)) throw new Problem('not-found')
  if (isCare(kind) && !await queries.mayCare(ctx, kind, subdistrict, id)) throw new Problem('not-found')
  const score = await queries.find(ctx, kind, id)
  const told = (await namesOf(ctx, [{ kind, subject: id, area }]))({ kind, subject: id, area })
  const version = score && await findVersion(ctx.db, subdistrict, score.version)
  const days = await queries.listDays(ctx, subdistrict, kind, id, addDays(dayOf(ctx.now), -backDays))
  const views = []
  for (const row of await warnings.listOf(ctx, subdistrict, kind, id)) views.push(await warningView(ctx, row, told))
  return {
    kind, id, area, ...told, score: score?.score ?? 0, colour: score?.colour ?? 'green', since: score?.since.toISOString() ?? null, version: score?.version ?? null, publishedAt: version?.published_at.toISOString() ?? null,
    parts: (score?.parts ?? []).map(partView), days: days.map((one) => ({ day: one.day, score: one.score, colour: one.colour as Whole['colour'] })), warnings: views,
  }
}

/** Whether it is there and to be seen, whatever its score. */
async function standing(ctx: Ctx, kind: RiskKind, id: string): Promise<{ subdistrict: number, area: string }> {
  if (kind === 'building' || kind === 'grid') {
    if (!isAreaPath(id) || levelOf(id) !== kind || !await queries.isKindOfArea(ctx, kind, id)) throw new Problem('not-found')
    return { subdistrict: tenantOf(id), area: id }
  }
  return found((await queries.subjects(ctx, kind, [id]))[0])
}

export const listWarnings = (ctx: Ctx, input: Input<'risk', 'warnings'>) => listedWarnings(ctx, input, 'risk.view', input.kind ? [input.kind] : placeKinds)
export const listCareWarnings = (ctx: Ctx, input: Input<'risk', 'careWarnings'>) => listedWarnings(ctx, input, 'risk.person', input.kind ? [input.kind] : careKinds)

async function listedWarnings(ctx: Ctx, { area, colours, state, isOverdue, isNew, isMine, rule, after, limit }: Omit<Input<'risk', 'warnings'>, 'kind'>, may: 'risk.view' | 'risk.person', kinds: readonly RiskKind[]): Promise<Output<'risk', 'warnings'>> {
  const roles = isMine ? ctx.actor.posts.map((post) => ({ role: post.role, area: post.area })) : undefined
  const rows = await warnings.list(ctx, { ...placeOf(ctx, area, may), kinds, colours, state, isOverdue, since: isNew ? fresh(ctx) : undefined, roles, rule }, goOnAfter(after, 2), limit + 1)
  const page = cut(rows, limit, (row) => [row.raised_at.toISOString(), row.id])
  return { rows: await warningRows(ctx, page.rows), next: page.next }
}

export const warning = (ctx: Ctx, { id }: Input<'risk', 'warning'>) => oneWarning(ctx, id, false)
export const careWarning = (ctx: Ctx, { id }: Input<'risk', 'careWarning'>) => oneWarning(ctx, id, true)

/** What is of people is asked for by who may, so that the look is written down. */
async function oneWarning(ctx: Ctx, id: string, isOfPeople: boolean): Promise<Output<'risk', 'warning'>> {
  const row = found(await warnings.find(ctx, id))
  if (isCare(row.kind) !== isOfPeople) throw new Problem('not-found')
  return warningView(ctx, row)
}
