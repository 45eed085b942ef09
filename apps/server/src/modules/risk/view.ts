import { isCare, type Output, type RiskKind } from '@linli/contract'
import { areaAt } from '@linli/standards'
import { mayIn } from '../../kernel/actor.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { areaNames } from '../organisation/index.ts'
import { factors } from './factors/index.ts'
import * as queries from './read-queries.ts'
import type { Part } from './rules.ts'
import { listPhotos, type WarningRow } from './warning-queries.ts'

type ScoredView = Output<'risk', 'list'>['rows'][number]
type WarningView = Output<'risk', 'warning'>
type RowView = Output<'risk', 'warnings'>['rows'][number]
type PartView = WarningView['parts'][number]

/** A reason as a sentence of few words: the rule and its value. */
export const reasonOf = ({ name, factor, value }: Pick<Part, 'name' | 'factor' | 'value'>): string => `${name}：${value} ${factors.get(factor)?.unit ?? ''}`.trim()

export const partView = ({ rule, name, factor, value, points, weight, colour, records, count }: Part): PartView => ({ rule, name, factor, label: factors.get(factor)?.label ?? factor, unit: factors.get(factor)?.unit ?? '', words: factors.get(factor)?.words ?? '', value, points, weight, colour, count,
  records: records.map(({ kind, id, label, at }) => ({ kind, id, label, at: at === null ? null : new Date(at).toISOString() })) })

export interface Named { name: string, areaName: string }

/** What each is called and where it lies; what may not be seen any more is called by where it lies. */
export async function namesOf(ctx: Ctx, rows: readonly { kind: RiskKind, subject: string, area: string }[]): Promise<(row: { kind: RiskKind, subject: string, area: string }) => Named> {
  const areas = await areaNames(ctx, rows.flatMap(({ area }) => [area, communityOf(area)]))
  const names = new Map<string, string>()
  for (const kind of ['housing', 'enterprise', 'thing', 'person', 'household'] as const) {
    const ids = rows.flatMap((row) => (row.kind === kind ? [row.subject] : []))
    for (const { subject, name } of ids.length > 0 ? await queries.subjects(ctx, kind, ids) : []) names.set(`${kind} ${subject}`, name)
  }
  return ({ kind, subject, area }) => ({ name: names.get(`${kind} ${subject}`) || (areas.get(area) ?? '已不在册'), areaName: areas.get(kind === 'building' || kind === 'grid' ? communityOf(area) : area) ?? '' })
}

const communityOf = (area: string) => areaAt(area, 'community') ?? area

export async function scoredViews(ctx: Ctx, rows: readonly queries.ScoreRow[]): Promise<ScoredView[]> {
  const named = await namesOf(ctx, rows)
  return rows.map((row) => ({ kind: row.kind, id: row.subject, area: row.area, ...named(row), score: row.score, colour: row.colour, since: row.since.toISOString(), reasons: row.parts.map(reasonOf), warning: row.warning }))
}

const head = (ctx: Ctx, row: WarningRow, named: Named) => ({
  id: row.id, kind: row.kind, area: row.area, ...named, colour: row.colour, score: row.score, raisedAt: row.raised_at.toISOString(), role: row.role, dueAt: row.due_at.toISOString(),
  isOverdue: row.state === 'open' && (row.due_at < ctx.now || row.escalations > 0), escalations: row.escalations, state: row.state, reasons: row.parts.map(reasonOf),
})

/** `subject` is told as the id of whom it is about; the warning's own is `id`. */
export async function warningRows(ctx: Ctx, rows: readonly WarningRow[]): Promise<RowView[]> {
  const named = await namesOf(ctx, rows)
  const views: RowView[] = []
  for (const row of rows) views.push({ ...head(ctx, row, named(row)), subject: row.subject, now: row.state === 'open' ? (await queries.find(ctx, row.kind, row.subject))?.colour ?? null : row.effect_colour })
  return views
}

export async function warningView(ctx: Ctx, row: WarningRow, named?: Named): Promise<WarningView> {
  const told = named ?? (await namesOf(ctx, [row]))(row)
  return {
    ...head(ctx, row, told), subject: row.subject, version: row.version, found: row.found, done: row.done, event: row.event === null ? null : { id: row.event, number: row.event_number ?? '' }, reason: row.reason, note: row.note,
    photos: row.photo_count === 0 || isCare(row.kind) ? [] : await listPhotos(ctx, row.id), closedAt: row.closed_at?.toISOString() ?? null, closedBy: row.closed_name, parts: row.parts.map(partView),
    effect: row.effect_on === null ? null : { on: row.effect_on.toISOString(), score: row.effect_score, colour: row.effect_colour }, mayHandle: row.state === 'open' && mayIn(ctx.actor, 'risk.handle', row.area),
  }
}
