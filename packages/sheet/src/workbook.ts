import { partOf } from './archive.ts'
import { attribute, tagsOf } from './xml.ts'

/** What a workbook says of itself (ECMA-376 part 1, 18.2): its sheets and the part each lies in, the part of its strings, and which looks show a number as a day. */
export interface Workbook { sheets: { name: string, isHidden: boolean, part: string | undefined }[], strings: string | undefined, isDate: boolean[], is1904: boolean }

/** Lists and looks are short; the sheets themselves are long, and are not read to learn their names. */
const mostListed = 16 * 1024 * 1024

/** Undefined where it is written otherwise than Office writes. */
export function workbookOf(bytes: Uint8Array): Workbook | undefined {
  const read = (part: string) => {
    const content = partOf(bytes, part, mostListed)
    return content && new TextDecoder().decode(content)
  }
  const main = relationsOf(read('_rels/.rels'), '').find(({ type }) => type === 'officeDocument')?.part ?? 'xl/workbook.xml'
  const book = read(main)
  const folder = main.slice(0, main.lastIndexOf('/') + 1)
  const relations = relationsOf(read(`${folder}_rels/${main.slice(folder.length)}.rels`), folder)
  const partOfType = (type: string) => relations.find((one) => one.type === type)?.part
  const sheets = tagsOf(book ?? '', 'sheet').map((written) => ({
    name: attribute(written, 'name'), isHidden: attribute(written, 'state').toLowerCase().endsWith('hidden'), part: relations.find(({ id, type }) => type === 'worksheet' && id === attribute(written, '[\\w.-]+:id'))?.part,
  }))
  if (sheets.every(({ part }) => part === undefined)) return undefined
  return { sheets, strings: partOfType('sharedStrings'), isDate: datesOf(read(partOfType('styles') ?? '') ?? ''), is1904: /^(?:1|true)$/.test(attribute(tagsOf(book!, 'workbookPr')[0] ?? '', 'date1904')) }
}

/** Types end alike in the transitional and in the strict form. */
const relationsOf = (xml: string | undefined, folder: string) => tagsOf(xml ?? '', 'Relationship').map((written) => ({
  id: attribute(written, 'Id'), type: attribute(written, 'Type').replace(/^.*\//, ''), part: resolved(attribute(written, 'Target'), folder),
}))

function resolved(target: string, folder: string): string {
  const parts: string[] = []
  for (const part of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '' && part !== '.') parts.push(part)
  }
  return parts.join('/')
}

/** Formats that every workbook has without saying so (18.8.30): days and times, and those of East Asia. */
const ownDates = [14, 22, 27, 36, 45, 47, 50, 58]
const isOwnDate = (id: number) => ownDates.some((from, at) => at % 2 === 0 && id >= from && id <= ownDates[at + 1]!)

/** A format shows a day or a time where it has letters of them outside of what it quotes (18.8.31); a month alone is taken for minutes. */
const isDateFormat = (format: string) => /\[[hms]+\]/i.test(format) || /[ydhs]|mmm|am\/pm/i.test(format.replace(/\[[^\]]*\]|\\.|"[^"]*"|[*_]./g, '').replace(/general/i, ''))

/** For each look a cell may have, by its number. */
function datesOf(styles: string): boolean[] {
  const written = new Map(tagsOf(styles, 'numFmt').map((tag) => [Number(attribute(tag, 'numFmtId')), attribute(tag, 'formatCode')]))
  const cells = /<(?:[\w.-]+:)?cellXfs[\s>][\s\S]*?<\/(?:[\w.-]+:)?cellXfs>/.exec(styles)?.[0] ?? ''
  return tagsOf(cells, 'xf').map((tag) => {
    const id = Number(attribute(tag, 'numFmtId'))
    const format = written.get(id)
    return format === undefined ? isOwnDate(id) : isDateFormat(format)
  })
}
