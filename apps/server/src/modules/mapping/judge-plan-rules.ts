import { isWithin, type Area, type Position } from '@linli/standards'
import { flawsOf, isSameShape, positionOf, shown, told, type Difference, type Feature, type Judged, type Known, type KnownPlan, type Said } from './judge-rules.ts'
import type { Drawn } from './shape-rules.ts'

export interface PlanGround { office: Known | undefined, communities: readonly Known[], plan: readonly KnownPlan[], mends: boolean, kind: Said['kind'] | null }

/** A street of two lanes without its width is drawn so wide, in metres; a stream so. */
const usualWidth: Readonly<Record<string, number>> = { road: 7, water: 6 }

/** Tells of roads, water, greens and places what they are: known by their code, or because they are drawn just so. A feature of several parts is several of them. */
export function openPlan(layer: 'plan' | 'place', { office, communities, plan, mends, kind: usual }: PlanGround): (feature: Feature) => Judged[] {
  const byCode = new Map(plan.flatMap((one) => (one.code === null ? [] : [[`${one.kind} ${one.code}`, one]])))
  const byLine = new Map(plan.map((one) => [`${one.kind} ${mark(one.line)}`, one]))
  const taken = new Map<number, number>()
  let no = 0
  const isHere = (shape: Drawn) => {
    const positions = positionsOf(shape)
    const grounds = office?.shape ? [office] : communities
    return grounds.length === 0 || positions.some((position) => grounds.some(({ shape: ground }) => ground !== null && isWithin(position, ground)))
  }
  return (feature) => {
    no += 1
    const { attributes } = feature
    const flaws = flawsOf(feature, mends)
    const kind = layer === 'place' ? 'place' : attributes.kind ?? usual
    if (kind === null) flaws.push(told('kind.missing', '看不出是道路、水系还是绿地', '给出“类型”一列，或选择整份文件的类型'))
    if (layer === 'place' && attributes.name === null) flaws.push(told('name.missing', '地点没有名称', '补上名称'))
    const said = (shape: Drawn | null, width: number | null, differences: Difference[] = []): Said => ({ layer, kind: kind ?? 'road', name: attributes.name, code: attributes.code, shape, height: null, floors: null, width, sort: layer === 'place' ? attributes.sort : null, holder: null, differences })
    const [shape] = feature.shapes
    if (!shape || kind === null) return [{ outcome: 'bad', name: attributes.name, key: null, said: said(shape ?? null, null), faults: flaws }]
    if (!feature.shapes.some(isHere)) flaws.push(told('place.outside', '整个图形都在本街道以外', '核对坐标系；不属于本街道的请删去', false, positionOf(shape)))
    const isSurface = shape.type === 'Polygon' || shape.type === 'MultiPolygon'
    if (kind === 'road' && isSurface) flaws.push(told('road.surface', '道路是面', '请用道路中心线，宽度写在“宽度”一列'))
    if (kind === 'green' && !isSurface) flaws.push(told('shape.kind', '绿地是线或点', '请用绿地的轮廓（面）'))
    if (isSurface && hasHoles(shape as Area)) flaws.push(told('holes', '有空洞', '底图不画空洞，只取外轮廓', true))
    const width = isSurface || kind === 'place' ? null : attributes.width ?? usualWidth[kind]!
    if (width !== null && attributes.width === null) flaws.push(told('width.usual', '没有宽度', `先按 ${width} 米画`, true))
    const parts = feature.shapes.flatMap(partsOf)
    if (parts.length > 1) flaws.push(told('line.parts', `有 ${parts.length} 段`, '分成几段存放', true))
    return parts.map((one, part): Judged => {
      const code = attributes.code === null ? null : `${attributes.code}${part === 0 ? '' : `#${part + 1}`}`
      const [own, faults] = [(code === null ? undefined : byCode.get(`${kind} ${code}`)) ?? byLine.get(`${kind} ${mark(lineOf(one))}`), [...flaws]]
      const other = own && taken.get(own.id)
      if (other !== undefined) faults.push(told('key.twice', `与第 ${other} 个图形重复`, '在文件里只留一个'))
      if (own) taken.set(own.id, no)
      const differences = own ? differencesOf(own, { name: attributes.name, width, line: lineOf(one), sort: layer === 'place' ? attributes.sort : null }) : []
      const isBad = faults.some(({ isWarning }) => !isWarning)
      return { outcome: isBad ? 'bad' : own ? (differences.length > 0 ? 'changed' : 'same') : 'fresh', name: attributes.name, key: own ? String(own.id) : null, said: { ...said(one, width, differences), code }, faults }
    })
  }
}

/** As it lies in the plan: corners one after the other, a surface closed, a place alone. */
export const lineOf = (shape: Drawn): Position[] => (shape.type === 'Point' ? [shape.coordinates] : shape.type === 'LineString' ? shape.coordinates : ((shape.type === 'Polygon' ? shape.coordinates[0] : shape.coordinates[0]?.[0]) ?? []).map(([x, y]): Position => [x!, y!]))

const mark = (line: readonly (readonly number[])[]) => line.map(([x = 0, y = 0]) => `${Math.round(x * 1e7)} ${Math.round(y * 1e7)}`).join(',')
const partsOf = (shape: Drawn): Drawn[] => (shape.type === 'MultiPolygon' ? shape.coordinates.map((coordinates) => ({ type: 'Polygon', coordinates })) : [shape])
const hasHoles = (shape: Area) => (shape.type === 'Polygon' ? [shape.coordinates] : shape.coordinates).some((rings) => rings.length > 1)
const positionsOf = (shape: Drawn): Position[] => (shape.type === 'MultiPolygon' ? shape.coordinates.flatMap(([outline = []]) => outline.map(([x, y]): Position => [x!, y!])) : lineOf(shape))

function differencesOf(own: KnownPlan, now: { name: string | null, width: number | null, line: readonly Position[], sort: string | null }): Difference[] {
  const differences: Difference[] = []
  if (now.name !== null && now.name !== own.name) differences.push({ label: '名称', before: own.name ?? '—', after: now.name })
  if (!isSameShape(own.line, now.line)) differences.push({ label: '图形', before: '已有', after: '按文件重画' })
  if (now.width !== null && now.width !== own.width) differences.push({ label: '宽度', before: shown(own.width, ' 米'), after: shown(now.width, ' 米') })
  if (now.sort !== null && now.sort !== own.sort) differences.push({ label: '分类', before: own.sort ?? '—', after: now.sort })
  return differences
}
