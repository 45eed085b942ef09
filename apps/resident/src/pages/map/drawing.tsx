import { memo, useMemo } from 'react'
import { isNear, middleOf } from './ground.ts'
import type { Sheet, Spot, View } from './ground.ts'
import type { Shaped, Town } from './use-town.ts'

type Features = Town['features']

/** Everything that does not change while the map is moved. Each kind is one path, so that old phones keep up. */
export const Ground = memo(function Ground({ town: { sheet, features, communities } }: { town: Town }) {
  const paths = useMemo(() => ({ ...groundOf(sheet, features), borders: communities.map(({ shape }) => sheet.pathOfShape(shape)).join('') }), [sheet, features, communities])
  return (
    <>
      <path className="map__land" d={paths.borders} />
      <path className="map__green" d={paths.green} />
      <path className="map__water" d={paths.water} />
      {paths.lines.map(({ kind, width, d }) => <path key={`${kind}${width}`} className={`map__line map__line--${kind}`} strokeWidth={width} d={d} />)}
      <path className="map__border" d={paths.borders} />
    </>
  )
})

export const Buildings = memo(function Buildings({ sheet, rows }: { sheet: Sheet, rows: readonly Shaped[] }) {
  const d = useMemo(() => rows.map(({ shape }) => sheet.pathOfShape(shape)).join(''), [sheet, rows])
  return <path className="map__building" d={d} />
})

/** Lines keep the order of the plan: what lies above comes later. */
function groundOf(sheet: Sheet, features: Features) {
  const surface = (kind: string) => features.filter((one) => one.kind === kind && one.width === null).map(({ line }) => sheet.pathOf(line, true)).join('')
  const byWidth = new Map<string, { kind: string, width: number, d: string }>()
  for (const { kind, width, line } of features) {
    if (width === null) continue
    const name = `${kind} ${width}`
    const before = byWidth.get(name)?.d ?? ''
    byWidth.set(name, { kind, width, d: before + sheet.pathOf(line, false) })
  }
  return { green: surface('green'), water: surface('water'), lines: [...byWidth.values()] }
}

/** Names are drawn as large as letters are elsewhere, whatever the map's scale; of those that would lie over one another the first stays. */
export function Names({ sheet, rows, view, letter, size }: { sheet: Sheet, rows: readonly Shaped[], view: View, letter: number, size: Spot }) {
  const placed = useMemo(() => rows.map(({ path, name, shape }) => ({ path, name, spot: middleOf(shape, sheet) })), [sheet, rows])
  return (
    <>
      {apart(placed.filter(({ spot }) => isNear(pointExtent(spot), view, size)), view.scale, letter).map(({ path, name, spot: [x, y] }) => (
        <text key={path} className="map__name" fontSize={letter} transform={`translate(${x} ${y}) scale(${1 / view.scale})`}>{name}</text>
      ))}
    </>
  )
}

const pointExtent = ([x, y]: Spot) => ({ west: x, east: x, north: y, south: y })

type Placed = { name: string, path: string, spot: Spot }

/** Chinese letters are as wide as they are high. */
function apart(placed: readonly Placed[], scale: number, letter: number): Placed[] {
  const kept: Placed[] = []
  for (const one of placed) {
    const isFree = kept.every(({ name, spot }) => Math.abs(spot[0] - one.spot[0]) * scale > ((name.length + one.name.length) / 2) * letter || Math.abs(spot[1] - one.spot[1]) * scale > letter * 1.3)
    if (isFree) kept.push(one)
  }
  return kept
}

/** The pin; its tip is the spot. */
export const Pin = () => (
  <svg className="map__pin" viewBox="0 0 44 56" aria-hidden>
    <path d="M22 54C22 54 40 34 40 21A18 18 0 0 0 4 21C4 34 22 54 22 54Z" fill="#b3261e" stroke="#fff" strokeWidth="2.5" />
    <circle cx="22" cy="21" r="7" fill="#fff" />
  </svg>
)
