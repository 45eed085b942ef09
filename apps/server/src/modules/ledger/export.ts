import type { Input, Output } from '@linli/contract'
import { mayIn, tenantOf } from '../../kernel/actor.ts'
import type { Ctx, Subject } from '../../kernel/ctx.ts'
import { cut, goOnAfter, type Page } from '../../kernel/page.ts'
import { Problem, found } from '../../kernel/problem.ts'
import { areaNamed, areaNames } from '../organisation/index.ts'
import { askFor, asDefinition, mostCounted } from './ask.ts'
import { catalogueFor } from './catalogue.ts'
import * as rules from './export-rules.ts'
import * as exports from './export-queries.ts'
import type { ExportRow } from './export-queries.ts'
import { isOfBase, kindOf, type BaseKind } from './item-rules.ts'
import { countLines } from './list-queries.ts'
import * as queries from './queries.ts'

type View = Output<'ledger', 'askExport'>

export async function askExport(ctx: Ctx, { id, draft, name, area: asked, isWhole, purpose }: Input<'ledger', 'askExport'>): Promise<View> {
  const area = asked === undefined ? ctx.actor.area : (await areaNamed(ctx, asked)).path
  if (!mayIn(ctx.actor, 'ledger.export', area)) throw new Problem('not-found')
  const kept = id === undefined ? undefined : found(await queries.find(ctx, id))
  const definition = draft ?? asDefinition(kept!)
  const { question } = await askFor(ctx, definition, { area })
  const sensitive = rules.sensitiveOf(question.items, definition.columns.map(({ label }) => label))
  const needsDecision = isWhole && sensitive.length > 0
  const row = await exports.insertExport(ctx, {
    subdistrict: tenantOf(area), id: ctx.newId(), area, ledger: kept?.id ?? null, name: name ?? kept?.name ?? '名单', title: kept?.title ?? null, signature: kept?.signature ?? null, definition: JSON.stringify(definition),
    is_whole: needsDecision, sensitive, purpose, lines: Math.min(await countLines(ctx, question, mostCounted + 1), mostCounted), status: needsDecision ? 'asked' : 'agreed', asked_by: ctx.actor.id!, asked_name: ctx.actor.name, asked_at: ctx.now,
    expires_at: new Date(ctx.now.getTime() + (needsDecision ? rules.decideWithinMs : rules.takeWithinMs)),
  })
  ctx.record('ledger.export-asked', subjectOf(row), { name: row.name, isWhole: row.is_whole, purpose, lines: row.lines, sensitive })
  return view(ctx, row)
}

/** Somebody else than who asks. */
export async function decideExport(ctx: Ctx, { id, isAgreed, note }: Input<'ledger', 'decideExport'>): Promise<View> {
  const row = found(await exports.lockExport(ctx, id))
  if (row.asked_by === ctx.actor.id) throw new Problem('may.not', { detail: '自己申请的导出由别人审批' })
  if (row.status !== 'asked') throw new Problem('base.changed', { detail: '这个申请已经处理过了' })
  if (rules.statusAt(standingOf(row), ctx.now) === 'expired') throw new Problem('base.changed', { detail: '这个申请三天没有审批，已经过期，请重新申请' })
  const after = await exports.updateExport(ctx, row, { status: isAgreed ? 'agreed' : 'refused', decided_name: ctx.actor.name, decided_at: ctx.now, note: note || null, expires_at: isAgreed ? new Date(ctx.now.getTime() + rules.takeWithinMs) : null })
  ctx.record(isAgreed ? 'ledger.export-agreed' : 'ledger.export-refused', subjectOf(after), { name: row.name, askedBy: row.asked_name })
  return view(ctx, after)
}

export async function listExports(ctx: Ctx, { after, limit }: Input<'ledger', 'exports'>): Promise<Output<'ledger', 'exports'>> {
  return paged(ctx, cut(await exports.listMine(ctx, goOnAfter(after, 2), limit + 1), limit, keyOf))
}

export async function exportsToDecide(ctx: Ctx, { after, limit }: Input<'ledger', 'exportsToDecide'>): Promise<Output<'ledger', 'exportsToDecide'>> {
  return paged(ctx, cut(await exports.listToDecide(ctx, goOnAfter(after, 2), limit + 1), limit, keyOf))
}

/** Of what a file was that went out, and what its columns are of. */
export async function sentColumns(ctx: Ctx, id: string): Promise<{ kind: BaseKind, columns: ReturnType<typeof rules.sentAs> } | undefined> {
  const row = await exports.findExport(ctx, id)
  if (!row) return undefined
  const { base, columns } = asDefinition(row.definition as unknown as Parameters<typeof asDefinition>[0])
  const kind = kindOf(base)
  if (!isOfBase(kind)) return undefined
  const { items } = await catalogueFor(ctx, row.area, null)
  return { kind, columns: rules.sentAs(columns.map(({ field, label }) => ({ item: items.find(({ name }) => name === field), label })), kind) }
}

const keyOf = ({ asked_at: at, id }: ExportRow): [string, string] => [at.toISOString(), id]
const paged = async (ctx: Ctx, page: Page<ExportRow>) => ({ next: page.next, rows: await views(ctx, page.rows) })

export const subjectOf = ({ id, subdistrict, area, status }: ExportRow): Subject => ({ kind: 'ledger', id, subdistrict, area, may: status === 'asked' ? 'ledger.approve' : 'ledger.export' })

export const standingOf = (row: ExportRow): rules.Standing => ({ status: row.status, isWhole: row.is_whole, expiresAt: row.expires_at, begunAt: row.begun_at, takenAt: row.taken_at })

const view = async (ctx: Ctx, row: ExportRow): Promise<View> => (await views(ctx, [row]))[0]!

async function views(ctx: Ctx, rows: ExportRow[]): Promise<View[]> {
  const names = await areaNames(ctx, [...new Set(rows.map(({ area }) => area))])
  return rows.map((row) => {
    const isMine = row.asked_by === ctx.actor.id
    return {
      id: row.id, name: row.name, area: row.area, areaName: names.get(row.area) ?? '', purpose: row.purpose, isWhole: row.is_whole, sensitive: row.sensitive, lines: row.lines, status: rules.statusAt({ status: row.status, expiresAt: row.expires_at }, ctx.now), askedBy: row.asked_name, askedAt: row.asked_at.toISOString(),
      decidedBy: row.decided_name, decidedAt: row.decided_at?.toISOString() ?? null, note: row.note, expiresAt: row.expires_at?.toISOString() ?? null, takenAt: row.taken_at?.toISOString() ?? null, takenLines: row.taken_lines,
      mayDecide: rules.statusAt(standingOf(row), ctx.now) === 'asked' && !isMine && mayIn(ctx.actor, 'ledger.approve', row.area), mayTake: isMine && rules.mayTake(standingOf(row), ctx.now),
    }
  })
}
