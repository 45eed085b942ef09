import type { Cell } from '../cell-rules.ts'
import { zip } from './zip.ts'

/** A column: its header, how wide, and from which words a cell is chosen. `isHidden`: for the way back, not for the eye; `isShownOnly`: nothing of it is read when the file comes back. */
export interface Head { label: string, width: number, choices: readonly string[] | null, isHidden: boolean, isShownOnly?: boolean }
export interface Book { name: string, title: string, mark: string, signature: string | null, heads: readonly Head[] }

/** Rows above the lines: title, watermark, headers. */
const above = 3
/** So many lines become one text: longer ones stay in memory until all of it is tidied, and a sheet has many. */
const together = 25
/** As far down as choices are offered: what is added in Excel below the lines is chosen from them too. */
const spare = 2000

/**
 * A workbook while its lines are read, whatever their number. hucre streams too, but knows no drop-downs, print footers or merged titles there.
 * Text is text: a number of eighteen digits stays what it is, and nothing that begins with = is a formula.
 */
export function workbook(book: Book, lines: AsyncIterable<readonly (readonly Cell[])[]>): AsyncGenerator<Buffer> {
  const lists = book.heads.flatMap(({ choices }, column) => (choices && choices.length > 0 ? [{ column, choices }] : []))
  return zip([
    { name: '[Content_Types].xml', content: [contentTypes] }, { name: '_rels/.rels', content: [rootRelations] }, { name: 'xl/workbook.xml', content: [workbookXml(book.name)] }, { name: 'xl/_rels/workbook.xml.rels', content: [relations] }, { name: 'xl/styles.xml', content: [styles] },
    { name: 'xl/worksheets/sheet2.xml', content: [choiceSheet(lists)] }, { name: 'xl/worksheets/sheet1.xml', content: sheet(book, lists, lines) },
  ])
}

type Lists = readonly { column: number, choices: readonly string[] }[]
/** Looks of cells, as they stand in `styles`. */
const look = { text: 1, head: 2, title: 3, mark: 4, number: 5, shownOnly: 6 } as const

async function* sheet({ title, mark, signature, heads }: Book, lists: Lists, lines: AsyncIterable<readonly (readonly Cell[])[]>): AsyncGenerator<string> {
  const last = letterOf(heads.length - 1)
  yield `${declaration}<worksheet xmlns="${main}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0"><pane ySplit="${above}" topLeftCell="A${above + 1}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${
    heads.map(({ width, isHidden }, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" style="${look.text}" customWidth="1"${isHidden ? ' hidden="1"' : ''}/>`).join('')}</cols><sheetData>`
  yield `<row r="1" ht="30" customHeight="1">${textCell('A1', title, look.title)}</row><row r="2">${textCell('A2', mark, look.mark)}</row><row r="3">${heads.map(({ label, isShownOnly = false }, at) => textCell(`${letterOf(at)}3`, label, isShownOnly ? look.shownOnly : look.head)).join('')}</row>`
  const letters = heads.map((_, at) => letterOf(at))
  let row = above
  const written = (cells: readonly Cell[]) => `<row r="${row += 1}">${cells.map((cell, at) => cellXml(`${letters[at]}${row}`, cell)).join('')}</row>`
  for await (const some of lines) for (let at = 0; at < some.length; at += together) yield some.slice(at, at + together).map(written).join('')
  if (signature) yield `<row r="${row + 2}">${textCell(`A${row + 2}`, signature, look.mark)}</row>`
  const merged = ['A1', 'A2', ...(signature ? [`A${row + 2}`] : [])].map((from) => `<mergeCell ref="${from}:${last}${from.slice(1)}"/>`)
  const choices = lists.map(({ column, choices: all }, at) => `<dataValidation type="list" allowBlank="1" showErrorMessage="0" sqref="${letters[column]}${above + 1}:${letters[column]}${Math.max(row, above + 1) + spare}"><formula1>选项!$${letterOf(at)}$1:$${letterOf(at)}$${all.length}</formula1></dataValidation>`)
  yield `</sheetData><mergeCells count="${merged.length}">${merged.join('')}</mergeCells>${choices.length > 0 ? `<dataValidations count="${choices.length}">${choices.join('')}</dataValidations>` : ''}<pageMargins left="0.4" right="0.4" top="0.6" bottom="0.6" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/><headerFooter><oddFooter>${
    escaped(`&L${mark.replaceAll('&', '&&').slice(0, 200)}&R第 &P 页，共 &N 页`)}</oddFooter></headerFooter></worksheet>`
}

function choiceSheet(lists: Lists): string {
  const longest = Math.max(0, ...lists.map(({ choices }) => choices.length))
  const rows = Array.from({ length: longest }, (_, at) => `<row r="${at + 1}">${lists.map(({ choices }, column) => (choices[at] === undefined ? '' : textCell(`${letterOf(column)}${at + 1}`, choices[at], look.text))).join('')}</row>`)
  return `${declaration}<worksheet xmlns="${main}"><sheetData>${rows.join('')}</sheetData></worksheet>`
}

const cellXml = (at: string, cell: Cell): string => (cell === null ? '' : typeof cell === 'number' ? `<c r="${at}" s="${look.number}"><v>${cell}</v></c>` : textCell(at, cell, look.text))
const textCell = (at: string, text: string, style: number): string => `<c r="${at}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(text.slice(0, mostLetters))}</t></is></c>`

/** The most a cell takes (ECMA-376 part 1, as Excel keeps it). */
const mostLetters = 32_767

/** A, …, Z, AA, … */
export const letterOf = (at: number): string => (at < 26 ? String.fromCharCode(65 + at) : letterOf(Math.floor(at / 26) - 1) + letterOf(at % 26))

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
/** What XML 1.0 cannot hold is left out; _x0041_ would be read as a character (ECMA-376 22.9.2.19). */
function escaped(text: string): string {
  if (!/[&<>"_]|[^\u0020-\ud7ff\ue000-\ufffd]/.test(text)) return text
  return text.toWellFormed().replace(/(?![\t\n\r])[\p{Cc}\ufffe\uffff]/gu, '').replace(/_(?=x[\da-f]{4}_)/gi, '_x005F_').replace(/[&<>"]/g, (sign) => signs[sign]!)
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const kinds = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
const contentTypes = `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${kinds}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${kinds}.worksheet+xml"/><Override PartName="/xl/worksheets/sheet2.xml" ContentType="${kinds}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${kinds}.styles+xml"/></Types>`
const relationsOf = (rows: [id: string, type: string, target: string][]) => `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${rows.map(([id, type, target]) => `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`).join('')}</Relationships>`
const rootRelations = relationsOf([['rId1', 'officeDocument', 'xl/workbook.xml']])
const relations = relationsOf([['rId1', 'worksheet', 'worksheets/sheet1.xml'], ['rId2', 'worksheet', 'worksheets/sheet2.xml'], ['rId3', 'styles', 'styles.xml']])
const styles = `${declaration}<styleSheet xmlns="${main}"><fonts count="5"><font><sz val="11"/><name val="宋体"/></font><font><b/><sz val="11"/><name val="宋体"/></font><font><b/><sz val="16"/><name val="宋体"/></font><font><sz val="9"/><color rgb="FF808080"/><name val="宋体"/></font><font><sz val="11"/><color rgb="FF7F7F7F"/><name val="宋体"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFEEF2F8"/></patternFill></fill></fills><borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border><left style="thin"/><right style="thin"/><top style="thin"/><bottom style="thin"/><diagonal/></border></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="7"><xf/><xf numFmtId="49" borderId="1" applyNumberFormat="1" applyBorder="1"/><xf numFmtId="49" fontId="1" fillId="2" borderId="1" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1"><alignment wrapText="1" vertical="center" horizontal="center"/></xf><xf fontId="2" applyFont="1"><alignment horizontal="center" vertical="center"/></xf><xf fontId="3" applyFont="1"/><xf borderId="1" applyBorder="1"/><xf numFmtId="49" fontId="4" borderId="1" applyNumberFormat="1" applyFont="1" applyBorder="1"><alignment wrapText="1" vertical="center" horizontal="center"/></xf></cellXfs></styleSheet>`

/** Excel refuses these signs in the name of a sheet, and more than 31 letters. */
const workbookXml = (name: string) => `${declaration}<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="${escaped(name.replace(/[\\/?*:[\]']/g, ' ').slice(0, 31).trim() || '台账')}" sheetId="1" r:id="rId1"/><sheet name="选项" sheetId="2" state="hidden" r:id="rId2"/></sheets></workbook>`
