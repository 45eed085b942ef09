import { riskColour, riskKind, type Input, type Output } from '@linli/contract'
import { writeXlsx } from '@linli/sheet'
import { dayOf } from '@linli/standards'
import type { Ctx } from '../../kernel/ctx.ts'
import { list } from './read.ts'

const most = 2000
const atOnce = 100
const widths = [36, 36, 8, 8, 12, 80, 10]
const head = ['对象', '辖区', '分值', '颜色', '变色日期', '原因', '有无预警']

/** Places as they are filtered, the highest score first; people are not exported. */
export async function exportPlaces(ctx: Ctx, input: Input<'risk', 'export'>): Promise<Output<'risk', 'export'>> {
  const rows: Output<'risk', 'list'>['rows'] = []
  let next: string | null | undefined
  do {
    const page = await list(ctx, { ...input, after: next ?? undefined, limit: atOnce })
    rows.push(...page.rows)
    next = page.next
  } while (next && rows.length < most)
  const lines = rows.map((row) => [row.name, row.areaName, row.score, riskColour[row.colour], dayOf(new Date(row.since)), row.reasons.join('；'), row.warning ? '有' : '无'])
  const cells = new Map(head.map((_, column) => [`0,${column}`, { style: { font: { bold: true } } }]))
  const xlsx = await writeXlsx({ sheets: [{ name: riskKind[input.kind], rows: [head, ...lines], columns: widths.map((width) => ({ width })), cells, freezePane: { rows: 1 } }] })
  return { fileName: `风险-${riskKind[input.kind]}-${dayOf(ctx.now)}.xlsx`, xlsx: Buffer.from(xlsx).toString('base64'), rows: rows.length, isMore: next !== null && next !== undefined }
}
