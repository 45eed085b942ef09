/** Just enough of XML for the parts of a workbook: what programs write and nobody by hand. Tags are looked for in the bytes; only what is kept becomes a string. */
export const [space, quote, apostrophe, slash, open, equals, close] = [0x20, 0x22, 0x27, 0x2f, 0x3c, 0x3d, 0x3e]

/** True where the name of a tag ends: before white space, / or >. */
export const endsName = (byte: number | undefined): boolean => byte === close || byte === slash || (byte !== undefined && byte <= space)

/** Where the tag ends that `at` lies in: its > outside quotes; -1 where it ends later. */
export function endOfTag(bytes: Uint8Array, at: number, to: number): number {
  for (let quoted = 0; at < to; at += 1) {
    const byte = bytes[at]!
    if (quoted !== 0) quoted = byte === quoted ? 0 : quoted
    else if (byte === quote || byte === apostrophe) quoted = byte
    else if (byte === close) return at
  }
  return -1
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
/** Text as it stands between tags, with its entities read. */
export const plain = (text: string): string => (!text.includes('&') ? text : text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w+));/gi, (whole, decimal?: string, hex?: string, name?: string) => {
  const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal)
  return name === undefined ? (code <= 0x10_ffff ? String.fromCodePoint(code) : whole) : entities[name] ?? whole
}))

/** _x000D_ is a character that XML does not hold (ECMA-376 part 1, 22.9.2.19). */
export const unescaped = (text: string): string => (!text.includes('_x') ? text : text.replace(/_x([\da-f]{4})_/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))))

export const attribute = (written: string, name: string): string => plain(new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(written)?.slice(1).find((one) => one !== undefined) ?? '')

/** The attributes of each tag of a name, whatever stands before its colon. */
export const tagsOf = (xml: string, name: string): string[] => [...xml.matchAll(new RegExp(`<(?:[\\w.-]+:)?${name}(?=[\\s/>])((?:[^>"']|"[^"]*"|'[^']*')*)>`, 'g'))].map(([, written = '']) => written)

/** An element that is here as a whole: its tag, and what stands in it. */
export interface Element { bytes: Buffer, tag: number, from: number, to: number, end: number, prefix: number }

/** Longer than a row can be that says something: 16,384 columns of 2,000 bytes. */
const longest = 32 * 1024 * 1024

/** Elements of a name, one after the other, while their part is unpacked. @throws RangeError where one of them does not end. */
export async function* elementsIn(chunks: AsyncIterable<Buffer>, root: string, name: string): AsyncGenerator<Element> {
  let rest: Buffer = Buffer.alloc(0)
  let names: Names | undefined
  for await (const chunk of chunks) {
    const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk])
    names ??= namesOf(bytes, root, name)
    let found = elementAt(bytes, 0, names)
    while (typeof found === 'object') {
      yield found
      found = elementAt(bytes, found.end, names)
    }
    rest = bytes.subarray(found)
    if (rest.length > longest) throw new RangeError(`an element ${name} that does not end`)
  }
}

interface Names { begin: Buffer, end: Buffer, prefix: number }

/** What stands before the colon is said by the first tag. */
function namesOf(bytes: Buffer, root: string, name: string): Names {
  const prefix = new RegExp(`<([\\w.-]+:)${root}[\\s>]`).exec(bytes.toString('latin1', 0, 4096))?.[1] ?? ''
  return { begin: Buffer.from(`<${prefix}${name}`), end: Buffer.from(`</${prefix}${name}>`), prefix: prefix.length }
}

/** The next one; where it is not here as a whole, from where on it is to be looked for in what follows. */
function elementAt(bytes: Buffer, from: number, { begin, end, prefix }: Names): Element | number {
  for (let at = from; ;) {
    const start = bytes.indexOf(begin, at)
    if (start === -1) return Math.max(at, bytes.length - begin.length)
    at = start + begin.length
    if (at === bytes.length) return start
    if (!endsName(bytes[at])) continue
    const last = endOfTag(bytes, at, bytes.length)
    if (last === -1) return start
    if (bytes[last - 1] === slash) return { bytes, tag: at, from: last + 1, to: last + 1, end: last + 1, prefix }
    const to = bytes.indexOf(end, last)
    return to === -1 ? start : { bytes, tag: at, from: last + 1, to, end: to + end.length, prefix }
  }
}
