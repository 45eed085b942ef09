import type { MapColumn, MapLayer } from '@linli/contract'
import { toHalfWidth } from '@linli/standards'

/** What a feature says of itself, read from the columns of its file. */
export interface Attributes { name: string | null, code: string | null, kind: 'road' | 'water' | 'green' | null, height: number | null, floors: number | null, width: number | null, sort: string | null, level: 'community' | 'grid' | 'microGrid' | null }
export interface Wrong { code: string, message: string, mend: string }

export const columnsOf: Record<MapLayer, readonly MapColumn[]> = { plan: ['name', 'code', 'kind', 'width'], building: ['name', 'code', 'height', 'floors'], area: ['name', 'code', 'level'], place: ['name', 'code', 'sort'] }

/** Titles in use, compared without case, spaces and underlines; a shapefile cuts them to ten letters. */
const titles: Record<MapColumn, readonly string[]> = {
  name: ['name', '名称', '名字', 'mc', '楼幢名称', '楼栋名称', '建筑名称', '楼名', '楼号', '社区名称', '网格名称', '道路名称', '标准名称', 'namechn', 'namecn', '地点名称'],
  code: ['code', '编码', '编号', '代码', 'bm', 'dm', '楼幢编码', '楼栋编码', '建筑编码', '社区编码', '网格编码', '网格编号', '网格代码', 'osmid', 'gbcode', '唯一编码', '标识码', 'bsm'],
  kind: ['kind', '类型', '类别', 'type', 'lx', 'fclass', 'highway', '图层', 'layer', '要素类型'],
  height: ['height', '高度', '楼高', '建筑高度', 'gd', 'jzgd', '高度m', '高度米'],
  floors: ['floors', 'floor', '层数', '楼层', '楼层数', '地上层数', '建筑层数', 'cs', 'buildinglevels', 'levels'],
  width: ['width', '宽度', '路宽', 'kd', '宽度m', '宽度米', '道路宽度'],
  sort: ['sort', '分类', '类型', '类别', 'type', 'lx', 'fclass', 'amenity'],
  level: ['level', '级别', '层级', '类型', '类别', 'type', 'lx', 'kind'],
}

const plain = (title: string) => toHalfWidth(title).toLowerCase().replace(/[\s_\-:（）()]/g, '')

/** Which column says what: as was chosen, else by its title. A column that was chosen as '' says nothing. */
export function columnsIn(layer: MapLayer, found: readonly string[], chosen: Partial<Record<MapColumn, string>>): Partial<Record<MapColumn, string>> {
  const columns: Partial<Record<MapColumn, string>> = {}
  for (const what of columnsOf[layer]) {
    const column = chosen[what] ?? titles[what].map((title) => found.find((one) => plain(one) === title)).find((one) => one !== undefined)
    if (column !== undefined && found.includes(column)) columns[what] = column
  }
  return columns
}

const kinds: [Attributes['kind'], RegExp][] = [
  ['water', /水|河|湖|溪|渠|港|浜|塘|池|water|river|stream|canal|lake|riverbank/i], ['green', /绿|园|草|林|green|park|grass|forest|wood|garden|scrub/i],
  ['road', /路|道|街|巷|弄|桥|road|street|highway|primary|secondary|tertiary|residential|service|trunk|footway|path|unclassified|pedestrian|cycleway|living/i],
]
const levels: [Attributes['level'], RegExp][] = [['microGrid', /微|micro/i], ['grid', /网格|grid/i], ['community', /社区|村|community|village/i]]

const text = (value: unknown): string | null => (value === null || value === undefined || (typeof value === 'number' && !Number.isFinite(value)) ? null : String(value).replace(/\0/g, '').trim().slice(0, 200) || null)

/** 18.5, “18.5米”, “6层”, “六层” is not guessed. */
function numberIn(value: unknown): number | null | 'wrong' {
  const said = text(value)
  if (said === null || /^(?:0|0\.0+|null|无|-+|—)$/i.test(said)) return null
  const found = /^约?([\d.]+)\s*(?:米|m|层|f)?$/i.exec(toHalfWidth(said))
  const number = Number(found?.[1])
  return found && Number.isFinite(number) ? number : 'wrong'
}

/** Metres of the highest building and the most storeys in the country, with room to spare; the widest road. */
const bounds = { height: [1, 900, '高度', '米'], floors: [1, 200, '层数', '层'], width: [0.5, 200, '宽度', '米'] } as const

export function attributesIn(layer: MapLayer, properties: Record<string, unknown>, columns: Partial<Record<MapColumn, string>>): { values: Attributes, wrong: Wrong[] } {
  const wrong: Wrong[] = []
  const said = (what: MapColumn) => (columns[what] !== undefined && columnsOf[layer].includes(what) ? text(properties[columns[what]]) : null)
  const measure = (what: 'height' | 'floors' | 'width') => {
    const value = columns[what] === undefined ? null : numberIn(properties[columns[what]])
    const [least, most, label, unit] = bounds[what]
    if (value === null) return null
    if (value !== 'wrong' && value >= least && value <= most && (what !== 'floors' || Number.isInteger(value))) return value
    wrong.push({ code: `${what}.wrong`, message: `${label}“${said(what)}”不是 ${least}–${most} 之间的数`, mend: `改成以${unit}为单位的数字，或留空` })
    return null
  }
  const kind = said('kind')
  const level = said('level')
  return {
    values: {
      name: said('name')?.slice(0, 40) ?? null, code: said('code')?.slice(0, 60) ?? null, height: measure('height'), floors: measure('floors'), width: measure('width'), sort: said('sort')?.slice(0, 40) ?? null,
      kind: kind === null ? null : kinds.find(([, pattern]) => pattern.test(kind))?.[0] ?? null, level: level === null ? null : levels.find(([, pattern]) => pattern.test(level))?.[0] ?? null,
    }, wrong,
  }
}
