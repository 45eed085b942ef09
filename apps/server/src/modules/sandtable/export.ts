import { eventSeverity, eventSource, eventStatus, type Input, type Output } from '@linli/contract'
import { writeXlsx, type CellValue, type WriteSheet } from '@linli/sheet'
import { dayOf } from '@linli/standards'
import { areasFor } from '../../kernel/actor.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { insideBuildings, insideEvents } from './inside.ts'

/** So many of each are in one workbook. */
const most = 2000

/** What lies inside a line that was drawn: its events, as far as they may be seen, and its buildings. Nobody is named. */
export async function exportInside(ctx: Ctx, { ring, filters }: Input<'sandtable', 'insideExport'>): Promise<Output<'sandtable', 'insideExport'>> {
  const events = areasFor(ctx.actor, 'event.view').length === 0 ? undefined : await insideEvents(ctx, { ring, filters, after: undefined, limit: most })
  const buildings = await insideBuildings(ctx, { ring, after: undefined, limit: most })
  const sheets = [...events ? [sheet('事件', eventHead, events.rows.map((row) => [
    row.number, row.title, row.matter.name, eventStatus[row.status], eventSeverity[row.severity], eventSource[row.source], row.areaName, row.place, row.unit?.name ?? null, timeIn(row.reportedAt), row.dueAt && timeIn(row.dueAt), row.isOverdue ? '是' : '否', row.point?.lng ?? null, row.point?.lat ?? null,
  ]), eventWidths)] : [], sheet('楼幢', ['楼幢', '层数', '经度', '纬度'], buildings.rows.map(({ fullName, floors, point }) => [fullName, floors, point.lng, point.lat]), [40, 8, 14, 14])]
  return { fileName: `沙盘圈选-${dayOf(ctx.now)}.xlsx`, xlsx: Buffer.from(await writeXlsx({ sheets })).toString('base64'), events: events?.rows.length ?? 0, buildings: buildings.rows.length, isMore: Boolean(events?.next ?? buildings.next) }
}

const eventHead = ['编号', '标题', '事项', '状态', '等级', '来源', '辖区', '地点', '责任单位', '上报时间', '本环节时限', '超时', '经度', '纬度']
const eventWidths = [18, 36, 22, 10, 8, 12, 20, 36, 20, 18, 18, 6, 14, 14]

const sheet = (name: string, head: string[], lines: CellValue[][], widths: number[]): WriteSheet =>
  ({ name, rows: [head, ...lines], columns: widths.map((width) => ({ width })), cells: new Map(head.map((_, column) => [`0,${column}`, { style: { font: { bold: true } } }])), freezePane: { rows: 1 } })

/** As clocks of the office show it. */
const timeIn = (at: string): string => new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')
