import { governanceOutcome, governanceReach, governanceStatus, type Input, type Output } from '@linli/contract'
import { writeXlsx } from '@linli/sheet'
import { dayOf } from '@linli/standards'
import type { Ctx } from '../../kernel/ctx.ts'
import { rowsOf, shown } from './read.ts'

const most = 2000
const widths = [40, 10, 16, 10, 24, 24, 16, 10, 12, 8, 12, 12, 14, 14, 14, 40, 40]
const head = ['治理事项', '状态', '事项', '范围', '辖区', '地点', '责任单位', '责任人', '计划完成', '事件数', '立项日期', '立项人', '完成日期', '完成后又发生', '效果', '成因', '措施']

/** The list as it is filtered, newest first. */
export async function exportItems(ctx: Ctx, filters: Input<'governance', 'export'>): Promise<Output<'governance', 'export'>> {
  const items = await rowsOf(ctx, filters, { limit: most + 1 })
  const some = items.slice(0, most)
  const rows = await shown(ctx, some)
  const lines = rows.map((row, at) => [
    row.title, governanceStatus[row.status], row.matter.name, governanceReach[row.reach], row.areaName, row.place, row.unit?.name ?? null, row.person, row.targetOn, row.events, dayOf(new Date(row.foundedAt)), row.foundedBy,
    some[at]!.done_at ? dayOf(some[at]!.done_at) : null, row.recurred, outcomeWords(some[at]!.outcome), some[at]!.cause, some[at]!.measure,
  ])
  const cells = new Map(head.map((_, column) => [`0,${column}`, { style: { font: { bold: true } } }]))
  const xlsx = await writeXlsx({ sheets: [{ name: '治理事项', rows: [head, ...lines], columns: widths.map((width) => ({ width })), cells, freezePane: { rows: 1 } }] })
  return { fileName: `治理事项-${dayOf(ctx.now)}.xlsx`, xlsx: Buffer.from(xlsx).toString('base64'), rows: rows.length, isMore: items.length > most }
}

const outcomeWords = (outcome: string | null) => (outcome === null ? null : governanceOutcome[outcome as keyof typeof governanceOutcome])
