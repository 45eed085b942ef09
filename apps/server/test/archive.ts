import { crc32, deflateRawSync } from 'node:zlib'

/** A part of an archive. `said`: how long it says it is, where that is not so; `isWide`: sizes in 64 bits, as office software in Java writes them. */
export interface Part { name: string, content: Buffer, said?: number, isWide?: boolean }

/** A ZIP archive (APPNOTE 6.3), for files that no library would write. */
export function archive(parts: readonly Part[]): Buffer {
  const [bodies, heads]: Buffer[][] = [[], []]
  let at = 0
  for (const { name, content, said = content.length, isWide = false } of parts) {
    const packed = deflateRawSync(content)
    const extra = isWide ? Buffer.concat([words(1, 16), wide(said), wide(packed.length)]) : Buffer.alloc(0)
    const told = [words(isWide ? 45 : 20, 0, 8, 0, 0), long(crc32(content)), long(isWide ? 0xffff_ffff : packed.length), long(isWide ? 0xffff_ffff : said), words(Buffer.byteLength(name), extra.length)]
    bodies!.push(long(0x04034b50), ...told, Buffer.from(name), extra, packed)
    heads!.push(long(0x02014b50), words(45), ...told, words(0, 0, 0), long(0), long(at), Buffer.from(name), extra)
    at = bodies!.reduce((sum, { length }) => sum + length, 0)
  }
  const directory = Buffer.concat(heads!)
  return Buffer.concat([...bodies!, directory, long(0x06054b50), words(0, 0, parts.length, parts.length), long(directory.length), long(at), words(0)])
}

const words = (...all: number[]) => Buffer.from(new Uint16Array(all).buffer)
const long = (one: number) => Buffer.from(new Uint32Array([one]).buffer)
const wide = (one: number) => Buffer.from(new BigUint64Array([BigInt(one)]).buffer)

const office = 'http://schemas.openxmlformats.org/officeDocument/2006'
const relations = (type: string, target: string) => `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${office}/relationships/${type}" Target="${target}"/></Relationships>`

/** The parts of the smallest workbook, with one sheet of text. */
export function workbookParts(rows: readonly (readonly string[])[]): Part[] {
  const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
  const cells = rows.map((row, at) => `<row r="${at + 1}">${row.map((cell, column) => `<c r="${String.fromCharCode(65 + column)}${at + 1}" t="inlineStr"><is><t>${cell}</t></is></c>`).join('')}</row>`)
  return Object.entries({
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
    '_rels/.rels': relations('officeDocument', 'xl/workbook.xml'),
    'xl/workbook.xml': `<workbook ${main} xmlns:r="${office}/relationships"><sheets><sheet name="人口" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations('worksheet', 'worksheets/sheet1.xml'),
    'xl/worksheets/sheet1.xml': `<worksheet ${main}><sheetData>${cells.join('')}</sheetData></worksheet>`,
  }).map(([name, content]) => ({ name, content: Buffer.from(content) }))
}
