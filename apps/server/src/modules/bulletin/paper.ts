import { fileURLToPath } from 'node:url'
import { ordinal } from '@linli/contract'
import Paper from 'pdfkit'
import type { Cell, Printed, Section } from './paper-rules.ts'

/** A4 upright in points; margins near those of GB/T 9704 (top 37 mm of which the heading takes part, left 28 mm, right 26 mm). */
const [left, right, top, bottom] = [74, 69, 72, 66]
const page = { width: 595.28, height: 841.89 }
const width = page.width - left - right
const floor = page.height - bottom
const [red, ink, soft, line, tint] = ['#c8102e', '#111111', '#555555', '#999999', '#f3f3f3']

const fontFile = (name: string) => fileURLToPath(import.meta.resolve(`@expo-google-fonts/noto-serif-sc/${name}`))
type Doc = PDFKit.PDFDocument

/** An issue as a paper under the office's heading, with what it was signed by. Fonts are embedded as far as they are used. */
export async function paper(printed: Printed): Promise<Uint8Array> {
  const doc = new Paper({ size: 'A4', margins: { top, bottom: 0, left, right }, bufferPages: true, lang: 'zh-CN', info: { Title: `${printed.heading} ${printed.subject}`, Author: printed.office } })
  const parts: Buffer[] = []
  const done = new Promise<Buffer>((resolve, reject) => doc.on('data', (some: Buffer) => parts.push(some)).on('end', () => resolve(Buffer.concat(parts))).on('error', reject))
  doc.registerFont('plain', fontFile('400Regular/NotoSerifSC_400Regular.ttf')).registerFont('strong', fontFile('700Bold/NotoSerifSC_700Bold.ttf'))
  heading(doc, printed)
  words(doc, printed.before)
  printed.sections.forEach((section, at) => part(doc, section, at + 1))
  words(doc, printed.after)
  formulas(doc, printed)
  signatures(doc, printed)
  const { count } = doc.bufferedPageRange()
  for (let no = 0; no < count; no += 1) {
    doc.switchToPage(no)
    margins(doc, printed, { no: no + 1, count })
  }
  doc.end()
  return new Uint8Array(await done)
}

/** 红头: the title, its number, the office and the day over a rule; then what it is of. */
function heading(doc: Doc, { office, heading: title, isRed, number, day, subject, standing, correction }: Printed): void {
  const colour = isRed ? red : ink
  const size = Math.min(30, width / Math.max(title.length, 1) * 0.95)
  doc.font('strong').fontSize(size).fillColor(colour).text(title, left, top, { width, align: 'center', characterSpacing: title.length <= 10 ? 3 : 0 })
  doc.font('plain').fontSize(12).fillColor(ink).text(number || `（${standing ?? '未签发'}）`, left, doc.y + 6, { width, align: 'center' })
  const y = doc.y + 10
  doc.fontSize(11).text(office, left, y, { width: width * 0.65 }).text(day, left + width * 0.6, y, { width: width * 0.4, align: 'right' })
  doc.moveTo(left, doc.y + 5).lineTo(left + width, doc.y + 5).lineWidth(isRed ? 2 : 1).strokeColor(colour).stroke()
  doc.font('strong').fontSize(15).fillColor(ink).text(subject, left, doc.y + 20, { width, align: 'center' })
  if (correction) doc.font('plain').fontSize(10.5).text(`（${correction}）`, left, doc.y + 4, { width, align: 'center' })
  doc.y += 12
}

function room(doc: Doc, height: number): void {
  if (doc.y + height > floor) doc.addPage()
}

/** Paragraphs as papers have them: two letters in, a line and a half apart. */
function words(doc: Doc, lines: readonly string[]): void {
  const options = { width, indent: 24, lineGap: 5, align: 'justify' as const }
  for (const text of lines) {
    doc.font('plain').fontSize(12).fillColor(ink)
    room(doc, Math.min(doc.heightOfString(text, options), 60))
    // A paragraph longer than what is left goes on over the page by itself.
    doc.page.margins.bottom = bottom
    doc.text(text, left, doc.y, options)
    doc.page.margins.bottom = 0
    doc.y += 4
  }
}

function titled(doc: Doc, text: string, note: string, needed: number): void {
  room(doc, 40 + needed)
  doc.font('strong').fontSize(13).fillColor(ink).text(text, left, doc.y + 10, { width })
  if (note) doc.font('plain').fontSize(9).fillColor(soft).text(note, left, doc.y + 1, { width })
  doc.y += 5
}

function part(doc: Doc, { title: named, note, heads, widths, rows, line: course }: Section, no: number): void {
  titled(doc, `${ordinal(no)}、${named}`, note, course ? 120 : 50)
  if (course) chart(doc, course)
  else if (rows.length === 0 || heads.length < 2) doc.font('plain').fontSize(10.5).fillColor(soft).text('没有数据', left, doc.y, { width })
  else table(doc, heads, widths, rows)
  doc.y += 6
}

const [cellX, cellY] = [4, 3.5]

/** Lines round every cell; the head again on every page. */
function table(doc: Doc, heads: readonly string[], shares: readonly number[], rows: readonly Cell[][], size = heads.length > 8 ? 8.5 : 9.5): void {
  const all = shares.reduce((sum, share) => sum + share, 0)
  const widths = shares.map((share) => share / all * width)
  const heightOf = (cells: readonly Cell[]) => Math.max(...cells.map(({ text, isStrong }, at) => doc.font(isStrong ? 'strong' : 'plain').fontSize(size).heightOfString(text || ' ', { width: widths[at]! - 2 * cellX }))) + 2 * cellY
  const draw = (cells: readonly Cell[], isHead: boolean) => {
    const [height, y] = [heightOf(cells), doc.y]
    let x = left
    cells.forEach(({ text, isStrong = false }, at) => {
      const own = widths[at]!
      doc.lineWidth(0.5).rect(x, y, own, height)
      if (isHead) doc.fillAndStroke(tint, line)
      else doc.strokeColor(line).stroke()
      const align = at === 0 && !isHead ? 'left' : 'center'
      const free = height - 2 * cellY - doc.font(isStrong ? 'strong' : 'plain').fontSize(size).heightOfString(text || ' ', { width: own - 2 * cellX })
      doc.fillColor(ink).text(text, x + cellX, y + cellY + free / 2, { width: own - 2 * cellX, align })
      x += own
    })
    doc.y = y + height
  }
  const head = heads.map((text): Cell => ({ text, isStrong: true }))
  draw(head, true)
  for (const cells of rows) {
    if (doc.y + heightOf(cells) > floor) {
      doc.addPage()
      draw(head, true)
    }
    draw(cells, false)
  }
  doc.x = left
}

/** A course day by day: its line, its highest and lowest, the first and the last day. */
function chart(doc: Doc, { days, values, words: told }: NonNullable<Section['line']>): void {
  const [height, y, x, inner] = [90, doc.y + 4, left + 46, width - 50]
  const known = values.flatMap((value, at) => (value === null ? [] : [{ value, at }]))
  if (known.length < 2) return void doc.font('plain').fontSize(10.5).fillColor(soft).text('没有可画的数', left, doc.y, { width })
  const [least, most] = [known.reduce((one, other) => (other.value < one.value ? other : one)), known.reduce((one, other) => (other.value > one.value ? other : one))]
  const spread = most.value - least.value || 1
  const spot = ({ value, at }: { value: number, at: number }): [number, number] => [x + at / Math.max(values.length - 1, 1) * inner, y + height - (value - least.value) / spread * height]
  doc.lineWidth(0.5).strokeColor(line)
  for (const at of [0, 0.5, 1]) doc.moveTo(x, y + height * at).lineTo(x + inner, y + height * at).stroke()
  known.forEach((one, no) => (no === 0 ? doc.moveTo(...spot(one)) : doc.lineTo(...spot(one))))
  doc.lineWidth(1.2).strokeColor('#1f5f8b').stroke()
  doc.font('plain').fontSize(8).fillColor(soft)
  for (const [one, at] of most.value === least.value ? [[most, height] as const] : [[most, 0] as const, [least, height] as const]) doc.text(told[one.at]!, left, y + at - 6, { width: 42, align: 'right' })
  doc.text(days[0]!, x, y + height + 4, { width: inner }).text(days.at(-1)!, x, y + height + 4, { width: inner, align: 'right' })
  doc.text(`最高 ${told[most.at]}（${days[most.at]}），最低 ${told[least.at]}（${days[least.at]}）`, x, y + height + 4, { width: inner, align: 'center' })
  doc.x = left
  doc.y += 8
}

function formulas(doc: Doc, { sections, formulas: all }: Printed): void {
  if (all.length === 0) return
  titled(doc, `${ordinal(sections.length + 1)}、口径说明`, '不足 5 人的数不显示，以免认出是谁。', 60)
  table(doc, ['指标', '计算方法', '统计时段', '版本'], [20, 40, 27, 13], all.map((row) => row.map((text): Cell => ({ text }))), 8.5)
}

function signatures(doc: Doc, { made, reviewed, signed, digest }: Printed): void {
  room(doc, digest ? 84 : 50)
  const y = doc.y + 22
  const third = width / 3
  const lines = [`制表：${made}`, `审核：${reviewed}`, `签发：${signed}`]
  lines.forEach((text, at) => doc.font('plain').fontSize(11.5).fillColor(ink).text(text, left + at * third, y, { width: third, align: at === 0 ? 'left' : at === 1 ? 'center' : 'right' }))
  if (!digest) return
  doc.moveTo(left, doc.y + 12).lineTo(left + width, doc.y + 12).lineWidth(0.5).strokeColor(line).stroke()
  doc.fontSize(7.5).fillColor(soft).text(`本期已签发封存。SHA-256 摘要：${digest}`, left, doc.y + 16, { width }).text('在平台“报表—核验”中填写摘要，可核对是否与签发时一致。', left, doc.y + 1, { width })
}

/** On every page: which of how many, who took the file, and what is not signed says so across. */
function margins(doc: Doc, { standing, mark }: Printed, { no, count }: { no: number, count: number }): void {
  doc.font('plain').fontSize(9).fillColor(soft).text(`第 ${no} 页　共 ${count} 页`, left, page.height - 44, { width, align: 'center', lineBreak: false })
  doc.fontSize(6.5).fillColor(line).text(mark, left, page.height - 28, { width, align: 'center', lineBreak: false })
  if (!standing) return
  doc.save().rotate(-35, { origin: [page.width / 2, page.height / 2] }).font('strong').fontSize(64).fillColor('#c8102e', 0.09).text(standing, 0, page.height / 2 - 40, { width: page.width, align: 'center', lineBreak: false }).restore()
  doc.fillColor(ink, 1)
}
