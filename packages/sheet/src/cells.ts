import type { Cell } from './header.ts'
import { close, elementsIn, endOfTag, endsName, equals, open, plain, slash, space, unescaped, type Element } from './xml.ts'

/** What the cells of a sheet need to know of its workbook: its table of strings, and which looks show a number as a day. */
export interface Around { strings: readonly string[], isDate: readonly boolean[], is1904: boolean }

/** More are no table of an office: every cell of 200,000 rows of 60 columns has one of its own, and then some. */
const mostStrings = 20_000_000
/** Columns of a sheet (ECMA-376, as Excel keeps it). */
const mostColumns = 16_384

/** The table of strings of a workbook; sounds (rPh) are not read aloud. */
export async function stringsIn(chunks: AsyncIterable<Buffer>): Promise<string[]> {
  const strings: string[] = []
  for await (const element of elementsIn(chunks, 'sst', 'si')) {
    if (strings.push(textIn(element)) > mostStrings) throw new RangeError('too many strings')
  }
  return strings
}

/** The rows of a sheet as they stand, empty ones between them left out as in the file. */
export async function* rowsIn(chunks: AsyncIterable<Buffer>, around: Around): AsyncGenerator<{ no: number, cells: Cell[] }> {
  let no = 0
  for await (const row of elementsIn(chunks, 'worksheet', 'row')) {
    no = Number(/\sr\s*=\s*["'](\d{1,7})["']/.exec(row.bytes.toString('latin1', row.tag, row.from))?.[1] ?? no + 1)
    yield { no, cells: cellsOf(row, around) }
  }
}

const [letterA, letterC, letterR, letterS, letterT, letterV, letterB, letterE] = [0x61, 0x63, 0x72, 0x73, 0x74, 0x76, 0x62, 0x65]

/** What a tag <c> says: where it ends, which column it is (-1: the next), of which kind and with which look. */
interface Tag { end: number, column: number, kind: Kind, style: number }
type Kind = 'number' | 'shared' | 'text' | 'inline' | 'yes' | 'error'

/** As far as there is something in them. */
function cellsOf({ bytes, from, to, prefix }: Element, around: Around): Cell[] {
  const cells: Cell[] = []
  let next = 0
  for (let at = from; at < to;) {
    const name = at + 1 + prefix
    if (bytes[at] !== open || bytes[name] !== letterC || !endsName(bytes[name + 1])) {
      at += 1
      continue
    }
    const tag = tagAt(bytes, name + 1, to)
    const column = tag.column === -1 ? next : tag.column
    if (column >= mostColumns) throw new RangeError(`no column ${column}`)
    next = column + 1
    at = tag.end
    if (bytes[at - 2] === slash) continue
    const content = contentAt(bytes, at, to, prefix)
    at = content.end
    const value = tag.kind === 'inline' ? textIn({ bytes, from: tag.end, to: content.end, prefix }) : valueOf(bytes, content, tag, around)
    if (value === null) continue
    while (cells.length < column) cells.push(null)
    cells[column] = value
  }
  return cells
}

function tagAt(bytes: Buffer, from: number, to: number): Tag {
  const tag: Tag = { end: to, column: -1, kind: 'number', style: -1 }
  let at = from
  while (at < to) {
    const byte = bytes[at]!
    if (byte === close) {
      tag.end = at + 1
      break
    }
    if (byte <= space || byte === slash) {
      at += 1
      continue
    }
    const name = at
    while (at < to && bytes[at] !== equals && bytes[at] !== close) at += 1
    if (bytes[at] === close) continue
    const isShort = bytes[name + 1] === equals || bytes[name + 1]! <= space
    do at += 1; while (at < to && bytes[at]! <= space)
    const value = at + 1
    for (at = value; at < to && bytes[at] !== bytes[value - 1]; at += 1);
    if (isShort && byte === letterR) tag.column = columnAt(bytes, value, at)
    else if (isShort && byte === letterS) tag.style = numberAt(bytes, value, at)
    else if (isShort && byte === letterT) tag.kind = kindAt(bytes, value, at)
    at += 1
  }
  return tag
}

/** The letters of AB12, counted from 0. */
function columnAt(bytes: Buffer, from: number, to: number): number {
  let column = 0
  for (let at = from; at < to; at += 1) {
    const letter = bytes[at]! | 0x20
    if (letter < letterA || letter > 0x7a || column > mostColumns) break
    column = column * 26 + letter - letterA + 1
  }
  return column - 1
}

function numberAt(bytes: Buffer, from: number, to: number): number {
  let number = -1
  for (let at = from; at < to; at += 1) {
    const digit = bytes[at]! - 0x30
    if (digit >= 0 && digit <= 9) number = Math.max(number, 0) * 10 + digit
  }
  return number
}

/** s, str, inlineStr, b, e; n and d are read as what they are (18.18.11). */
function kindAt(bytes: Buffer, from: number, to: number): Kind {
  const first = bytes[from]
  if (to - from === 1) return first === letterS ? 'shared' : first === letterB ? 'yes' : first === letterE ? 'error' : 'number'
  return first === letterS ? 'text' : first === 0x69 ? 'inline' : 'number'
}

/** The value <v> of a cell, and where the cell ends. */
interface Content { from: number, to: number, end: number }
function contentAt(bytes: Buffer, start: number, last: number, prefix: number): Content {
  const content: Content = { from: start, to: start, end: last }
  for (let at = start; at < last; at += 1) {
    if (bytes[at] !== open) continue
    if (bytes[at + 1] === slash) {
      if (bytes[at + 2 + prefix] !== letterC || !endsName(bytes[at + 3 + prefix])) continue
      content.end = at
      break
    }
    const name = at + 1 + prefix
    if (bytes[name] !== letterV || !endsName(bytes[name + 1])) continue
    const end = endOfTag(bytes, name, last)
    if (end === -1 || bytes[end - 1] === slash) continue
    content.from = end + 1
    content.to = Math.min(last, bytes.indexOf(open, end))
    at = content.to - 1
  }
  return content
}

function valueOf(bytes: Buffer, { from, to }: Content, { kind, style }: Tag, { strings, isDate, is1904 }: Around): Cell {
  if (kind === 'shared') return strings[numberAt(bytes, from, to)] ?? null
  const text = bytes.toString('utf8', from, to)
  if (kind === 'yes') return text === '1' || text.toLowerCase() === 'true'
  if (kind === 'error') return plain(text)
  if (kind === 'text') return unescaped(plain(text))
  if (text === '') return null
  const number = Number(text)
  return Number.isNaN(number) ? plain(text) : isDate[style] === true ? dayAt(number, is1904) : number
}

/** Days are counted from the first of 1900, which is 1, or from that of 1904; with a 29 February 1900 that never was (18.17.4.1). */
const dayAt = (serial: number, is1904: boolean) => new Date((is1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, serial > 60 ? 30 : 31)) + Math.round(serial * 86_400_000))

const [sound, soundEnd] = ['rPh', 'rPh>'].map((name) => Buffer.from(name))

/** What the runs of a text say together. */
function textIn({ bytes, from, to, prefix }: Pick<Element, 'bytes' | 'from' | 'to' | 'prefix'>): string {
  let text = ''
  for (let at = from; at < to; at += 1) {
    if (bytes[at] !== open) continue
    const name = at + 1 + prefix
    if (bytes[name] === letterR && bytes.subarray(name, name + 3).equals(sound!)) {
      const end = bytes.indexOf(soundEnd!, name + 3)
      at = end === -1 ? to : end
    } else if (bytes[name] === letterT && endsName(bytes[name + 1])) {
      const end = endOfTag(bytes, name, to)
      if (end === -1 || bytes[end - 1] === slash) continue
      // Only CDATA holds a < of its own.
      const until = bytes[end + 2] === 0x21 ? bytes.indexOf('</', end) : bytes.indexOf(open, end)
      const said = bytes.toString('utf8', end + 1, until === -1 ? to : Math.min(until, to))
      text += said.startsWith('<![CDATA[') ? said.slice(9, -3) : plain(said)
      at = until === -1 ? to : until
    }
  }
  return unescaped(text)
}
