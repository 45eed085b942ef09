export type Encoding = 'UTF-8' | 'UTF-16LE' | 'UTF-16BE' | 'GB18030'

/** The text of a file and how it was written: by its byte order mark, else UTF-8 where it is valid, else the GBK that Chinese Excel writes. */
export function decode(bytes: Uint8Array): { text: string, encoding: Encoding } {
  const encoding = encodingOf(bytes)
  return { text: new TextDecoder(encoding.toLowerCase()).decode(bytes), encoding }
}

function encodingOf(bytes: Uint8Array): Encoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'UTF-16LE'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'UTF-16BE'
  if (looksWide(bytes, 1)) return 'UTF-16LE'
  if (looksWide(bytes, 0)) return 'UTF-16BE'
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return 'UTF-8'
  } catch {
    return 'GB18030'
  }
}

/** UTF-16 without a mark: digits, commas and line ends have a zero byte on one side. */
function looksWide(bytes: Uint8Array, zeroAt: 0 | 1): boolean {
  const head = bytes.subarray(0, 400)
  let zeros = 0
  for (let at = zeroAt; at < head.length; at += 2) if (head[at] === 0) zeros += 1
  return head.length >= 8 && zeros > head.length / 8
}

const delimiters = [',', '\t', ';', '|'] as const

/** The one that cuts the first lines into the same number of parts, and the most of them. */
export function delimiterOf(text: string): string {
  const head = text.slice(0, 20_000)
  const scores = delimiters.map((delimiter) => {
    const widths = [...rowsOf(head, delimiter)].slice(0, 20).map((row) => row.length)
    const wide = widths.filter((width) => width > 1)
    return { delimiter, score: wide.length === 0 ? 0 : wide.length * 100 + Math.min(...wide) }
  })
  return scores.reduce((best, one) => (one.score > best.score ? one : best)).delimiter
}

/** Rows of a delimited text (RFC 4180): quoted fields may hold the delimiter, line ends and doubled quotes. A quote that never ends ends with the text. */
export function* rowsOf(text: string, delimiter = delimiterOf(text)): Generator<string[]> {
  let row: string[] = []
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0
  while (at < text.length) {
    const [field, next] = text[at] === '"' ? quoted(text, at) : plain(text, at, delimiter)
    row.push(field)
    at = next
    if (text[at] === delimiter) {
      at += 1
      if (at < text.length) continue
      row.push('')
    }
    if (text[at] === '\r') at += 1
    if (text[at] === '\n') at += 1
    yield row
    row = []
  }
}

function plain(text: string, from: number, delimiter: string): [string, number] {
  let at = from
  while (at < text.length && text[at] !== delimiter && text[at] !== '\n' && text[at] !== '\r') at += 1
  return [text.slice(from, at), at]
}

/** What follows the closing quote up to the delimiter belongs to the field: so do spreadsheets read it. */
function quoted(text: string, from: number): [string, number] {
  let at = from + 1
  let field = ''
  for (;;) {
    const end = text.indexOf('"', at)
    if (end === -1) return [field + text.slice(at), text.length]
    field += text.slice(at, end)
    if (text[end + 1] !== '"') return [field, end + 1]
    field += '"'
    at = end + 2
  }
}
