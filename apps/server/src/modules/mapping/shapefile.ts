import { contentsOf, partOf } from '@linli/sheet'

/** What a file holds before anybody knows what it means. `refused`: why it cannot be read, in words. */
export interface Features { rows: { geometry: unknown, properties: Record<string, unknown> }[], titles: string[], prj: string | null, epsg: string | null, told: string[] }
export type Opened = Features | { refused: string }

/** Unpacked, all parts of an archive together; some ten times of what may go up. */
const mostUnpacked = 400 * 1024 * 1024
const most = 50_000

/** By its first bytes a zip with a shapefile or a GeoJSON in it, or a GeoJSON. */
export async function openMap(bytes: Buffer): Promise<Opened> {
  if (bytes.length < 4) return { refused: '文件里没有内容' }
  if (bytes.readUInt16LE(0) === 0x4b50) return openArchive(bytes)
  if (bytes.readInt32BE(0) === 9994) return { refused: '这是单独的 .shp 文件，请把 .shp、.dbf、.prj（以及 .cpg）一起压缩成 .zip 后上传' }
  return openGeoJson(bytes)
}

async function openArchive(bytes: Buffer): Promise<Opened> {
  const contents = contentsOf(bytes)
  if (!contents) return { refused: '压缩包打不开，请重新压缩成 .zip 后上传' }
  if (contents.total > mostUnpacked) return { refused: `压缩包解开后超过 ${mostUnpacked / 1024 / 1024} MB，请拆分后再导入` }
  const names = contents.parts.map(({ name }) => name).filter((name) => !/(?:^|\/)(?:__MACOSX|\.)/.test(name))
  const of = (end: RegExp) => names.filter((name) => end.test(name))
  const [shapes, jsons] = [of(/\.shp$/i), of(/\.(?:geo)?json$/i)]
  if (shapes.length + jsons.length !== 1) return { refused: shapes.length + jsons.length === 0 ? '压缩包里没有 .shp 或 GeoJSON 文件' : `压缩包里有 ${shapes.length + jsons.length} 份数据（${[...shapes, ...jsons].slice(0, 5).join('、')}），一次请只放一份` }
  if (jsons[0] !== undefined) {
    const json = partOf(bytes, jsons[0], mostUnpacked)
    return json ? openGeoJson(Buffer.from(json)) : { refused: '压缩包已损坏，请重新压缩后上传' }
  }
  const stem = shapes[0]!.slice(0, -4).toLowerCase()
  const beside = (end: string) => {
    const name = names.find((one) => one.toLowerCase() === `${stem}.${end}`)
    const part = name === undefined ? undefined : partOf(bytes, name, mostUnpacked)
    return part && Buffer.from(part)
  }
  return openShapefile({ shp: beside('shp'), dbf: beside('dbf'), prj: beside('prj')?.toString('latin1') ?? null, cpg: beside('cpg')?.toString('latin1') ?? null })
}

async function openShapefile({ shp, dbf, prj, cpg }: { shp: Buffer | undefined, dbf: Buffer | undefined, prj: string | null, cpg: string | null }): Promise<Opened> {
  if (!shp || !isWholeShp(shp)) return { refused: '.shp 文件已损坏，请重新导出' }
  if (dbf && !isWholeDbf(dbf)) return { refused: '.dbf 文件已损坏，请重新导出' }
  const encoding = encodingOf(dbf, cpg)
  // Few ever send one: what reads them, with all projections of the world, is loaded then.
  const { parseDbf, parseShp } = await import('shpjs')
  try {
    const geometries = parseShp(plainView(shp))
    const rows = dbf ? parseDbf(plainView(dbf), encoding) : []
    if (geometries.length > most) return { refused: `超过 ${most} 个图形，请拆分后再导入` }
    if (dbf && rows.length !== geometries.length) return { refused: `图形有 ${geometries.length} 个，属性有 ${rows.length} 行，对不上，请重新导出` }
    return {
      rows: geometries.map((geometry, at) => ({ geometry, properties: rows[at] ?? {} })), titles: Object.keys(rows[0] ?? {}), prj, epsg: null,
      told: [`shapefile，属性按 ${encoding === 'gb18030' ? 'GBK' : encoding.toUpperCase()} 读取`, ...(prj === null ? ['没有 .prj 文件'] : []), ...(dbf ? [] : ['没有 .dbf 文件，图形没有属性'])],
    }
  } catch {
    return { refused: 'shapefile 读不出来，请用制图软件重新导出' }
  }
}

/** As the reader wants it: a view of a buffer of its own. */
const plainView = (bytes: Buffer) => new DataView(new Uint8Array(bytes).buffer)

/** The reader goes by the lengths that a file says of itself, and would go on for ever by wrong ones. */
function isWholeShp(shp: Buffer): boolean {
  if (shp.length < 100 || shp.readInt32BE(0) !== 9994) return false
  let at = 100
  for (let count = 0; at + 8 <= shp.length; count += 1) {
    const length = shp.readInt32BE(at + 4) * 2
    if (length < 0 || (length > 0 && length < 4) || count > most) return false
    at += 8 + length
  }
  return true
}

function isWholeDbf(dbf: Buffer): boolean {
  if (dbf.length < 33) return false
  const [records, header, length] = [dbf.readUInt32LE(4), dbf.readUInt16LE(8), dbf.readUInt16LE(10)]
  return records <= most && header >= 33 && length >= 1 && header + records * length <= dbf.length + 1
}

/** By the .cpg file, else by the mark in the .dbf, else by what its bytes can be: GBK is hardly ever valid UTF-8. */
function encodingOf(dbf: Buffer | undefined, cpg: string | null): 'utf-8' | 'gb18030' {
  if (cpg !== null && /utf-?8|65001/i.test(cpg)) return 'utf-8'
  if ((cpg !== null && /gb|936|hz/i.test(cpg)) || dbf?.[29] === 0x4d) return 'gb18030'
  try {
    // A record may end within a letter: what is cut there is no fault.
    for (let at = dbf?.readUInt16LE(8) ?? 0; dbf && at < dbf.length; at += Math.max(1, dbf.readUInt16LE(10))) new TextDecoder('utf-8', { fatal: true }).decode(dbf.subarray(at, at + dbf.readUInt16LE(10)))
    return 'utf-8'
  } catch {
    return 'gb18030'
  }
}

function openGeoJson(bytes: Buffer): Opened {
  let json: { type?: unknown, features?: unknown, crs?: { properties?: { name?: unknown } } } | null
  try {
    const [text, encoding] = textOf(bytes)
    json = JSON.parse(text) as typeof json
    if (json?.type === 'Feature') json = { type: 'FeatureCollection', features: [json] }
    if (json?.type !== 'FeatureCollection' || !Array.isArray(json.features)) return { refused: '不是 GeoJSON 的 FeatureCollection，请在制图软件里导出为 GeoJSON' }
    if (json.features.length > most) return { refused: `超过 ${most} 个图形，请拆分后再导入` }
    const rows = (json.features as unknown[]).map((one) => {
      const { geometry = null, properties = null, id } = (typeof one === 'object' && one !== null ? one : {}) as { geometry?: unknown, properties?: unknown, id?: unknown }
      const own = typeof properties === 'object' && properties !== null && !Array.isArray(properties) ? properties as Record<string, unknown> : {}
      return { geometry, properties: id !== undefined && own.id === undefined ? { id, ...own } : own }
    })
    const titles = [...new Set(rows.slice(0, 500).flatMap(({ properties }) => Object.keys(properties)))].slice(0, 200)
    const name = json.crs?.properties?.name
    return { rows, titles, prj: null, epsg: typeof name === 'string' ? name : null, told: [`GeoJSON${encoding === 'utf-8' ? '' : '，按 GBK 读取'}`] }
  } catch {
    return { refused: '文件读不出来：不是 GeoJSON，也不是装着 shapefile 的 .zip' }
  }
}

/** UTF-8 as RFC 8259 has it, and GBK as programs here write it all the same. */
function textOf(bytes: Buffer): [string, string] {
  try {
    return [new TextDecoder('utf-8', { fatal: true }).decode(bytes), 'utf-8']
  } catch {
    return [new TextDecoder('gb18030').decode(bytes), 'gb18030']
  }
}
