import { archive } from './archive.ts'

/** A shapefile of polygons as ArcGIS writes it, zipped; texts in GBK (given as bytes) or UTF-8. `prj` and `cpg` are left out where they are not given. */
export function shapefile(rows: { ring: readonly (readonly [number, number])[], fields: Record<string, string | number | Buffer> }[], { prj, cpg, mark = 0, spoil }: { prj?: string, cpg?: string, mark?: number, spoil?: (shp: Buffer) => void } = {}): Uint8Array {
  const shapes = rows.map(({ ring }, at) => {
    const content = Buffer.alloc(4 + 32 + 4 + 4 + 4 + ring.length * 16)
    content.writeInt32LE(5, 0)
    for (const [place, value] of [Math.min(...ring.map(([x]) => x)), Math.min(...ring.map(([, y]) => y)), Math.max(...ring.map(([x]) => x)), Math.max(...ring.map(([, y]) => y))].entries()) content.writeDoubleLE(value, 4 + place * 8)
    content.writeInt32LE(1, 36)
    content.writeInt32LE(ring.length, 40)
    content.writeInt32LE(0, 44)
    for (const [at64, value] of ring.flat().entries()) content.writeDoubleLE(value, 48 + at64 * 8)
    const head = Buffer.alloc(8)
    head.writeInt32BE(at + 1, 0)
    head.writeInt32BE(content.length / 2, 4)
    return Buffer.concat([head, content])
  })
  const body = Buffer.concat(shapes)
  const head = Buffer.alloc(100)
  head.writeInt32BE(9994, 0)
  head.writeInt32BE((100 + body.length) / 2, 24)
  head.writeInt32LE(1000, 28)
  head.writeInt32LE(5, 32)
  const [shp, name] = [Buffer.concat([head, body]), '楼幢']
  spoil?.(shp)
  const parts = [{ name: `${name}.shp`, content: shp }, { name: `${name}.dbf`, content: table(rows.map(({ fields }) => fields), mark) }]
  if (prj !== undefined) parts.push({ name: `${name}.prj`, content: Buffer.from(prj) })
  if (cpg !== undefined) parts.push({ name: `${name}.cpg`, content: Buffer.from(cpg) })
  return archive(parts)
}

/** A dBASE III table: every column 40 bytes wide, numbers as text of type N. */
function table(rows: Record<string, string | number | Buffer>[], mark: number): Buffer {
  const titles = Object.keys(rows[0]!)
  const head = Buffer.alloc(32 + titles.length * 32 + 1)
  head[0] = 3
  head.writeUInt32LE(rows.length, 4)
  head.writeUInt16LE(head.length, 8)
  head.writeUInt16LE(1 + titles.length * 40, 10)
  head[29] = mark
  for (const [at, title] of titles.entries()) {
    head.write(title, 32 + at * 32, 11, 'latin1')
    head.write(typeof rows[0]![title] === 'number' ? 'N' : 'C', 43 + at * 32, 'latin1')
    head[48 + at * 32] = 40
  }
  head[head.length - 1] = 0x0d
  const lines = rows.map((row) => Buffer.concat([Buffer.from(' '), ...titles.map((title) => {
    const value = row[title]!
    const bytes = Buffer.isBuffer(value) ? value : Buffer.from(typeof value === 'number' ? String(value).padStart(40) : value)
    return Buffer.concat([bytes, Buffer.alloc(40 - bytes.length, ' ')])
  })]))
  return Buffer.concat([head, ...lines, Buffer.from([0x1a])])
}
