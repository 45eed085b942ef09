import { isAreaPath, levelOf, parentOf, type Area } from '@linli/standards'
import { codeAs, flawsOf, holderAt, isSameShape, plainCode, positionOf, told, type Difference, type Feature, type Judged, type Known } from './judge-rules.ts'
import type { Ground } from './judge-building-rules.ts'

/** From this share of an area on it is more than two surveys that differ by a hand. */
const much = 0.01
const labels: Readonly<Record<string, string>> = { community: '社区', grid: '网格', microGrid: '微网格' }

interface Verdict { key: string | null, holder: string | null, kind: string, differences: Difference[], as: string | null }

/** Tells of one border after another whose it is: by its code, else by its name where it lies; a new one has to have a code. */
export function openAreas({ areas, mends, shared }: Omit<Ground, 'buildings'>): (feature: Feature) => Judged {
  const own = areas.filter(({ kind }) => labels[kind] !== undefined)
  const office = areas.find(({ kind }) => kind === 'subdistrict')
  const byCode = new Map(own.map((one) => [plainCode(codeAs(one.path)), one]))
  const now = new Map(own.map((one) => [one.path, one.shape]))
  const before: { no: number, path: string | null, level: string, shape: Area }[] = []
  let no = 0
  return (feature) => {
    no += 1
    const faults = flawsOf(feature, mends)
    const { name, code, level } = feature.attributes
    const shape = (feature.shapes[0] ?? null) as Area | null
    const judged = (outcome: Judged['outcome'], { key = null, holder = null, kind = 'grid', differences = [], as = name }: Partial<Verdict> = {}): Judged =>
      ({ outcome: faults.some(({ isWarning }) => !isWarning) ? 'bad' : outcome, name: as, key, said: { layer: 'area', kind, name, code, shape, height: null, floors: null, width: null, sort: null, holder, differences }, faults })
    if (!shape) return judged('bad')
    const at = positionOf(shape)
    const one = find()
    const path = one?.path ?? pathOf(code)
    const kind = one?.kind ?? (path === undefined ? level : levelOf(path))
    if (!kind || labels[kind] === undefined) return (faults.push(told('code.missing', code === null ? '没有编码，也看不出是社区、网格还是微网格' : `编码“${code}”不是本街道的社区（12 位）、网格（15 位）或微网格（17 位）`, '补上编码，或给出“级别”一列', false, at)), judged('bad'))
    if (level !== null && level !== kind) faults.push(told('code.level', `编码是${labels[kind]}，级别一列写的是${labels[level]}`, '核对编码和级别', false, at))
    const parent = path === undefined ? undefined : areas.find((known) => known.path === parentOf(path))
    if (!parent) return (faults.push(told('code.unknown', kind === 'community' ? '新的社区要有 12 位编码' : '找不到它所在的上级', '补上编码；上级先登记到“辖区管理”', false, at)), judged('bad', { kind }))
    if (!one && name === null) faults.push(told('name.missing', `是平台里没有的${labels[kind]}，却没有名称`, '补上名称，如“第3网格”', false, at))
    lookAround(parent.path, kind, one?.path ?? path ?? null)
    if (path !== undefined) now.set(path, shape)
    const differences = one && !isSameShape(one.shape, shape) ? [{ label: '边界', before: one.shape ? '已有' : '没有', after: one.shape ? '按文件重画' : '按文件画上' }] : []
    return judged(one ? (differences.length > 0 ? 'changed' : 'same') : 'fresh', { key: one?.path ?? path ?? null, holder: parent.path, kind, differences, as: one?.name ?? name })

    function find(): Known | undefined {
      const coded = code === null ? undefined : byCode.get(plainCode(code))
      if (coded || code !== null || name === null) return coded
      const same = own.filter((known) => known.name === name && (level === null || known.kind === level))
      return same.length === 1 ? same[0] : same.find((known) => holderAt(at, own)?.path.startsWith(parentOf(known.path) ?? '?'))
    }

    function lookAround(parentPath: string, of: string, mine: string | null): void {
      const ground = now.get(parentPath)
      if (ground) {
        const { common, one: size } = shared(shape!, ground)
        if (size - common > much * size) faults.push(told('parent.outside', `有 ${Math.round(size - common)} 平方米超出上级的边界`, '核对坐标系和边界，或先导入上级的边界', false, at))
      }
      for (const other of before.filter((sibling) => sibling.level === of)) {
        const { common, one: size, other: its } = shared(shape!, other.shape)
        if (common > much * Math.min(size, its)) faults.push(told(mine !== null && mine === other.path ? 'key.twice' : 'overlap', `与第 ${other.no} 个图形重叠 ${Math.round(common)} 平方米`, '在制图软件里把公共边界改成一条', false, at))
      }
      before.push({ no, path: mine, level: of, shape: shape! })
    }
  }

  function pathOf(code: string | null): string | undefined {
    const digits = code === null ? '' : plainCode(code)
    if (!/^(?:\d{12}|\d{15}|\d{17})$/.test(digits)) return undefined
    const cuts = [0, 2, 4, 6, 9, 12, 15, 17].filter((cut) => cut <= digits.length)
    const path = `/${cuts.slice(1).map((cut, at) => digits.slice(cuts[at], cut)).join('/')}/`
    return isAreaPath(path) && office !== undefined && path.startsWith(office.path) && labels[levelOf(path)] !== undefined ? path : undefined
  }
}
