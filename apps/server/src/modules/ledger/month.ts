import type { Input, Output } from '@linli/contract'
import type { Ctx } from '../../kernel/ctx.ts'
import { cut, goOnAfter } from '../../kernel/page.ts'
import { Problem, found } from '../../kernel/problem.ts'
import { areaNames } from '../organisation/index.ts'
import { refuseUnseen } from './ask.ts'
import type { Cell } from './cell-rules.ts'
import * as queries from './month-queries.ts'
import type { MonthRow } from './month-queries.ts'
import * as rules from './month-rules.ts'

type View = Output<'ledger', 'freeze'>

export async function months(ctx: Ctx, { ledger, after, limit }: Input<'ledger', 'months'>): Promise<Output<'ledger', 'months'>> {
  const page = cut(await queries.listMonths(ctx, ledger, goOnAfter(after, 2), limit + 1), limit, ({ month, id }) => [month, id])
  return { next: page.next, rows: await monthViews(ctx, page.rows) }
}

export async function monthLines(ctx: Ctx, { id, after, limit }: Input<'ledger', 'monthLines'>): Promise<Output<'ledger', 'monthLines'>> {
  const month = await seen(ctx, id)
  const page = cut(await queries.listLines(ctx, month, goOnAfter(after, 1), limit + 1), limit, ({ no }) => [no])
  return { next: page.next, month: await monthView(ctx, month), rows: page.rows.map(({ no, cells }) => ({ no, cells: cells as unknown as Cell[] })) }
}

/** What is kept of a ledger is seen by whoever may see what it is over. */
async function seen(ctx: Ctx, id: string): Promise<MonthRow> {
  const month = found(await queries.findMonth(ctx, id))
  refuseUnseen(ctx, month.base, month.area)
  return month
}

/** Of one ledger and area: what is not the same in two months, line by line. */
export async function compareMonths(ctx: Ctx, { before: from, now: to, kind, after, limit }: Input<'ledger', 'compareMonths'>): Promise<Output<'ledger', 'compareMonths'>> {
  const [before, now] = [await seen(ctx, from), await seen(ctx, to)]
  if (before.ledger !== now.ledger || before.area !== now.area) throw new Problem('input.invalid', { detail: '请选择同一台账、同一辖区的两个月' })
  const mark = goOnAfter(after, 1)
  const page = cut(await queries.listChanges(ctx, { before, now, kind }, mark, limit + 1), limit, ({ key }) => [key])
  const [was, is] = [columnsOf(before), columnsOf(now)]
  return {
    next: page.next, columns: is, lines: { before: before.lines, now: now.lines }, counts: mark === undefined ? await queries.countChanges(ctx, { before, now }) : null,
    rows: page.rows.map((pair) => ({
      key: pair.key, kind: rules.kindOf(pair), cells: pair.now ? pair.now as Cell[] : is.map(({ label }) => (pair.before as Cell[])[was.findIndex((column) => column.label === label)] ?? null),
      changes: pair.before && pair.now ? rules.changesOf({ columns: was, cells: pair.before as Cell[], marks: pair.before_marks! }, { columns: is, cells: pair.now as Cell[], marks: pair.now_marks! }) : [],
    })),
  }
}

const columnsOf = ({ columns }: MonthRow) => columns as unknown as View['columns']

export const monthView = async (ctx: Ctx, row: MonthRow): Promise<View> => (await monthViews(ctx, [row]))[0]!

async function monthViews(ctx: Ctx, rows: MonthRow[]): Promise<View[]> {
  const names = await areaNames(ctx, [...new Set(rows.map(({ area }) => area))])
  return rows.map((row) => ({
    id: row.id, ledger: row.ledger, name: row.name, title: row.title, signature: row.signature, area: row.area, areaName: names.get(row.area) ?? '', month: row.month, columns: columnsOf(row), lines: row.lines, isFrozen: row.status === 'frozen', by: row.asked_by_name, frozenAt: row.frozen_at?.toISOString() ?? null,
  }))
}
