import { areaAt, isWithin, type Area, type Position } from '@linli/standards'
import { Around, codeAs, flawsOf, holderAt, isSameShape, namesake, plainCode, positionOf, shown, told, type Difference, type Feature, type Judged, type Known, type Told } from './judge-rules.ts'

/** `shared`: the square metres that two surfaces have in common, and those of each. */
export interface Ground { areas: readonly Known[], buildings: readonly Known[], mends: boolean, shared: (a: Area, b: Area) => { common: number, one: number, other: number } }

/** From this share of the smaller one on two outlines are one building. */
const alike = 0.5

/** Tells of one building after another what it is: known by its code, by where it lies, or by its name nearby; new in the grid that holds its middle. */
export function openBuildings({ areas, buildings, mends, shared }: Ground): (feature: Feature) => Judged {
  // An office that keeps buildings in grids, and not in their micro-grids, goes on doing so.
  const keepsInMicro = buildings.some(({ path }) => areaAt(path, 'microGrid') !== undefined)
  const communities = areas.filter(({ kind }) => kind === 'community')
  const byCode = new Map(buildings.map((one) => [plainCode(codeAs(one.path)), one]))
  const grids = areas.filter(({ kind }) => kind === 'grid' || (kind === 'microGrid' && keepsInMicro))
  const [known, before] = [new Around<Known>(), new Around<{ shape: Area, no: number }>()]
  for (const one of buildings) if (one.shape) known.add(one.shape, one)
  const taken = new Map<string, number>()
  let no = 0

  const coverOf = (shape: Area, other: Area) => {
    const { common, one, other: its } = shared(shape, other)
    return common / Math.min(one, its)
  }
  const find = (feature: Feature, shape: Area, at: Position, holder: Known): Known | undefined => {
    const { code, name } = feature.attributes
    const own = code === null ? undefined : byCode.get(plainCode(code))
    if (own) return own
    const covered = [...known.near(shape)].filter((one) => one.shape !== null && mayMeet(shape, one.shape)).map((one) => ({ one, share: isSameShape(one.shape, shape) ? 1 : coverOf(shape, one.shape!) })).filter(({ share }) => share >= alike).toSorted((a, b) => b.share - a.share)
    return covered[0]?.one ?? (name === null ? undefined : namesake(name, at, holder, buildings))
  }
  return (feature) => {
    no += 1
    const faults = flawsOf(feature, mends)
    const { attributes: { name, code, height, floors } } = feature
    const shape = (feature.shapes[0] ?? null) as Area | null
    const judged = (outcome: Judged['outcome'], key: string | null, holder: string | null, differences: Difference[], as = name): Judged =>
      ({ outcome: faults.some(({ isWarning }) => !isWarning) ? 'bad' : outcome, name: as, key, said: { layer: 'building', kind: 'building', name, code, shape, height, floors, width: null, sort: null, holder, differences }, faults })
    if (!shape) return judged('bad', null, null, [])
    const at = positionOf(shape)
    const holder = holderAt(at, communities)
    if (!holder) return (faults.push(outside(at)), judged('bad', null, null, []))
    const twice = [...before.near(shape)].find((one) => mayMeet(shape, one.shape) && coverOf(shape, one.shape) >= alike)
    before.add(shape, { shape, no })
    if (twice) return (faults.push(told('key.twice', `与第 ${twice.no} 个图形大半重叠，像是同一幢楼`, '在文件里只留一个', false, at)), judged('bad', null, null, []))
    const one = find(feature, shape, at, holder)
    const grid = holderAt(at, grids)
    if (one) {
      const other = taken.get(one.path)
      if (other !== undefined) return (faults.push(told('key.twice', `与第 ${other} 个图形都对应平台的“${one.name}”`, '在文件里只留一个，或写清各自的编码', false, at)), judged('bad', one.path, null, []))
      taken.set(one.path, no)
      if (name !== null && name !== one.name) faults.push(told('name.differs', `文件里叫“${name}”，平台里叫“${one.name}”`, '保留平台的名称，因为地址由它组成；要改名请到“辖区管理”', true))
      if (!grid || areaAt(one.path, 'grid') !== areaAt(grid.path, 'grid')) faults.push(told('grid.other', grid ? `轮廓在“${grid.name}”里，平台登记在别的网格` : '轮廓不在任何网格里', '导入后到“网格划分”核对，按边界归位', true, at))
      const differences = differencesOf(one, { shape, height, floors })
      return judged(differences.length > 0 ? 'changed' : 'same', one.path, null, differences, one.name)
    }
    if (code !== null && /b\d{4}$/.test(plainCode(code))) faults.push(told('code.unknown', `平台里没有编码是“${code}”的楼幢`, '核对编码；是新楼请把编码留空', false))
    if (name === null) faults.push(told('name.missing', '是平台里没有的楼幢，却没有名称', '补上名称，如“3幢”', false, at))
    if (!grid) faults.push(told('grid.none', `落在“${holder.name}”，但不在它的任何网格里`, '先在“网格划分”里画好网格边界，再导入', false, at))
    return judged('fresh', null, grid?.path ?? null, [])
  }
}

const outside = (at: Position): Told => (at[0] > 72 && at[0] < 138 && at[1] > 3 && at[1] < 54
  ? told('place.outside', `不在本街道任何社区的边界内（${at[0].toFixed(6)}, ${at[1].toFixed(6)}）`, '核对坐标系；不属于本街道的请删去', false, at)
  : told('place.abroad', `坐标不在国内（${at[0].toFixed(3)}, ${at[1].toFixed(3)}）`, '核对坐标系和中央经线', false, at))

function differencesOf(one: Known, { shape, height, floors }: { shape: Area, height: number | null, floors: number | null }): Difference[] {
  const differences: Difference[] = []
  if (!isSameShape(one.shape, shape)) differences.push({ label: '轮廓', before: one.shape ? '已有' : '没有', after: one.shape ? '按文件重画' : '按文件画上' })
  if (height !== null && Math.round(height * 10) !== Math.round((one.height ?? -1) * 10)) differences.push({ label: '高度', before: shown(one.height, ' 米'), after: shown(height, ' 米') })
  if (floors !== null && floors !== one.floors) differences.push({ label: '层数', before: shown(one.floors, ' 层'), after: shown(floors, ' 层') })
  return differences
}

/** Cheap, before surfaces are cut: a corner of one lies in the other, or their boxes meet. */
function mayMeet(a: Area, b: Area): boolean {
  const [p, q] = [a, b].map((area) => cornersOf(area))
  const meet = (axis: 0 | 1) => Math.min(...p!.map((one) => one[axis]!)) < Math.max(...q!.map((one) => one[axis]!)) && Math.min(...q!.map((one) => one[axis]!)) < Math.max(...p!.map((one) => one[axis]!))
  return (meet(0) && meet(1)) || p!.some((one) => isWithin([one[0]!, one[1]!], b))
}

const cornersOf = (area: Area) => (area.type === 'Polygon' ? area.coordinates[0] ?? [] : area.coordinates.flatMap(([outline = []]) => outline))
