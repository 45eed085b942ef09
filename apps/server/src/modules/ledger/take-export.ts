import { dayOf, momentWords } from '@linli/standards'
import type { Ctx } from '../../kernel/ctx.ts'
import { Problem, found } from '../../kernel/problem.ts'
import { areaNames } from '../organisation/index.ts'
import { askFor, asDefinition, readLines, type Asked } from './ask.ts'
import { catalogueFor } from './catalogue.ts'
import type { Cell } from './cell-rules.ts'
import { standingOf, subjectOf } from './export.ts'
import * as exports from './export-queries.ts'
import type { ExportRow } from './export-queries.ts'
import * as rules from './export-rules.ts'
import { kindOf } from './item-rules.ts'
import type { Book } from './xlsx/workbook.ts'

/** A file that is being taken: what stands above and beside its lines. */
export interface Taking { row: ExportRow, book: Book, fileName: string }

/** Whoever asked takes it: that it was begun is kept before the first line is read. */
export async function beginExport(ctx: Ctx, id: string): Promise<Taking> {
  const row = found(await exports.lockExport(ctx, id))
  if (row.asked_by !== ctx.actor.id) throw new Problem('not-found')
  if (!rules.mayTake(standingOf(row), ctx.now)) throw new Problem('ledger.not-to-take')
  const after = await exports.updateExport(ctx, row, { begun_at: row.begun_at ?? ctx.now, ...(row.is_whole && { status: 'taken' }) })
  ctx.record('ledger.export-begun', subjectOf(after), { name: row.name, isWhole: row.is_whole, purpose: row.purpose })
  return { row: after, book: await bookOf(ctx, after), fileName: `${row.name}-${dayOf(ctx.now)}.xlsx` }
}

/** All lines were handed over. */
export async function finishExport(ctx: Ctx, { row }: Taking, lines: number): Promise<void> {
  const after = await exports.updateExport(ctx, row, { taken_at: ctx.now, taken_lines: lines })
  ctx.record('ledger.export-taken', subjectOf(after), { name: row.name, isWhole: row.is_whole, lines })
}

/** So many lines are in memory at a time. */
const atATime = 500

/** The lines in short transactions of their own: nobody holds one open for as long as a slow line takes. */
export async function* linesOf(read: <T>(work: (ctx: Ctx) => Promise<T>) => Promise<T>, { row }: Taking): AsyncGenerator<Cell[][]> {
  let [asked, after]: [Asked | undefined, [string, string] | undefined] = [undefined, undefined]
  do {
    const page = await read(async (ctx) => readLines(ctx, asked ??= await askFor(ctx, asDefinition(definitionOf(row)), { area: row.area, isWhole: row.is_whole }), after, atATime))
    after = page.length === atATime ? page.at(-1)!.key : undefined
    if (page.length > 0) yield page.map(rules.withRecord(asked!.question.kind, asked!.question.items))
  } while (after)
}

const definitionOf = ({ definition }: ExportRow) => definition as unknown as Parameters<typeof asDefinition>[0]

async function bookOf(ctx: Ctx, row: ExportRow): Promise<Book> {
  const { base, columns, logbook } = asDefinition(definitionOf(row))
  const { items, options } = await catalogueFor(ctx, row.area, logbook)
  const kind = kindOf(base)
  const heads = columns.map(({ field, label }) => {
    const item = items.find(({ name }) => name === field) ?? null
    return { ...rules.headOf(item, label, item === null ? [] : options(item)), isShownOnly: rules.isShownOnly(item ?? undefined, kind) }
  })
  const unit = (await areaNames(ctx, [row.area])).get(row.area) ?? ''
  const agreed = row.decided_name === null ? '' : `，${row.decided_name} 同意`
  return {
    name: row.name, title: `${unit}${row.title ?? row.name}`, signature: row.signature, heads: [...heads, rules.recordHead(row.id)],
    mark: `${row.asked_name} 于 ${dayOf(ctx.now)} ${momentWords(ctx.now).slice(-5)} 导出${row.is_whole ? '（含完整号码）' : '（号码已遮盖）'}${agreed}；用途：${row.purpose}；编号 ${row.id}。含个人信息，仅限本用途，用后删除。${heads.some(({ isShownOnly }) => isShownOnly) ? rules.shownOnlyWords : ''}`,
  }
}
