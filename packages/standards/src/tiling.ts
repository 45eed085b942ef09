import type { Position } from './coordinates.ts'
import type { Area } from './geometry.ts'

/**
 * Areas beside each other that share their borders: a corner is one node, however many areas meet there, so that moving it moves the border of all of them.
 * `polygons` are polygons → rings → numbers of nodes, rings open and walked with the area on the left.
 */
export interface Tiling { nodes: readonly Position[], areas: readonly Tile[] }
export interface Tile { path: string, polygons: readonly (readonly Walk[])[] }
type Walk = readonly number[]

/** Corners nearer than this are one, and a corner this near to a border lies on it: half a metre, in degrees of latitude; surveys of neighbours differ by so much. */
export const oneCorner = 0.5 / 111195

/** Areas as they are stored, with corners that are one made one, and corners on a neighbour's border put into it. */
export function tilingOf(areas: readonly { path: string, shape: Area }[]): Tiling {
  const nodes: Position[] = []
  const known: Record<string, number[]> = {}
  const nodeOf = (position: Position): number => {
    const [column, row] = [Math.floor(position[0] / oneCorner), Math.floor(position[1] / oneCorner)]
    for (let x = column - 1; x <= column + 1; x += 1) {
      for (let y = row - 1; y <= row + 1; y += 1) for (const node of known[`${x} ${y}`] || []) if (away(nodes[node]!, position) < oneCorner) return node
    }
    nodes.push(position)
    ;(known[`${column} ${row}`] = known[`${column} ${row}`] || []).push(nodes.length - 1)
    return nodes.length - 1
  }
  const tiles = areas.map(({ path, shape }) => ({
    path, polygons: polygonsOf(shape).map((rings) => rings.map((ring, index) => turned(dropRepeats(ring.map((position) => nodeOf([position[0]!, position[1]!]))), nodes, index === 0)).filter((walk) => walk.length > 2)).filter((rings) => rings.length > 0),
  }))
  return { nodes, areas: tiles.map(({ path, polygons }) => ({ path, polygons: polygons.map((rings) => rings.map((walk) => withCornersOn(walk, nodes))) })) }
}

/** The areas as GeoJSON, rings closed; outlines counter-clockwise and holes clockwise (RFC 7946). */
export function shapeOf({ nodes }: Tiling, { polygons }: Tile): Area {
  const rings = polygons.map((polygon) => polygon.map((walk) => walk.concat(walk.slice(0, 1)).map((node) => [nodes[node]![0], nodes[node]![1]])))
  return rings.length === 1 ? { type: 'Polygon', coordinates: rings[0]! } : { type: 'MultiPolygon', coordinates: rings }
}

export function movedTo(tiling: Tiling, node: number, to: Position): Tiling {
  return { ...tiling, nodes: tiling.nodes.map((position, index) => (index === node ? to : position)) }
}

/** A new corner in the border between two corners, of every area that has this border. */
export function withCorner(tiling: Tiling, [from, to]: readonly [number, number], at: Position): Tiling {
  const nodes = tiling.nodes.concat([at])
  const put = (walk: Walk) => walk.reduce<number[]>((all, node, index) => {
    const next = walk[(index + 1) % walk.length]!
    return all.concat(isSide(node, next, from, to) ? [node, nodes.length - 1] : [node])
  }, [])
  return { nodes, areas: mapped(tiling.areas, put) }
}

/** Without a corner; nothing where an area would be left with two. */
export function withoutCorner(tiling: Tiling, node: number): Tiling | undefined {
  const areas = mapped(tiling.areas, (walk) => walk.filter((one) => one !== node))
  return areas.some(({ polygons }) => polygons.some((rings) => rings.some((walk) => walk.length < 3))) ? undefined : { nodes: tiling.nodes, areas }
}

/** One area made two by a line from one place of its border to another; the larger part keeps its path. Nothing where the line does not cut it in two. */
export function splitBy(tiling: Tiling, path: string, line: readonly Position[], newPath: string): Tiling | undefined {
  if (line.length < 2) return undefined
  const begun = onBorder(tiling, path, line[0]!)
  const ended = begun && onBorder(begun.tiling, path, line[line.length - 1]!)
  if (!begun || !ended || begun.node === ended.node) return undefined
  const nodes = ended.tiling.nodes.concat(line.slice(1, -1))
  const between = line.slice(1, -1).map((_, index) => ended.tiling.nodes.length + index)
  const own = ended.tiling.areas.find((area) => area.path === path)
  const [rings] = own && own.polygons.length === 1 ? own.polygons : []
  if (!own || !rings) return undefined
  const outline = rings[0]!
  const [a, b] = [outline.indexOf(begun.node), outline.indexOf(ended.node)]
  if (a < 0 || b < 0) return undefined
  const parts = [along(outline, a, b).concat(backwards(between)), along(outline, b, a).concat(between)]
  if (parts.some((walk) => walk.length < 3 || surface(walk, nodes) <= 0)) return undefined
  parts.sort((one, other) => surface(other, nodes) - surface(one, nodes))
  const holes = (walk: Walk) => rings.slice(1).filter((hole) => isIn(nodes[hole[0]!]!, walk, nodes))
  const made = parts.map((walk, index) => ({ path: index === 0 ? path : newPath, polygons: [[walk].concat(holes(walk) as number[][])] }))
  return { nodes, areas: ended.tiling.areas.filter((area) => area.path !== path).concat(made) }
}

/** Two neighbours made one, under the path of the first. Nothing where they have no border in common. */
export function joined(tiling: Tiling, keep: string, gone: string): Tiling | undefined {
  const pair = tiling.areas.filter(({ path }) => path === keep || path === gone)
  if (pair.length !== 2) return undefined
  const sides: Record<string, [number, number]> = {}
  let common = 0
  const each = (walk: Walk) => walk.forEach((from, index) => {
    const to = walk[(index + 1) % walk.length]!
    if (sides[`${to} ${from}`]) {
      delete sides[`${to} ${from}`]
      common += 1
    } else sides[`${from} ${to}`] = [from, to]
  })
  for (const { polygons } of pair) for (const rings of polygons) for (const walk of rings) each(walk)
  if (common === 0) return undefined
  const walks = chained(Object.keys(sides).map((key) => sides[key]!))
  const outlines = walks.filter((walk) => surface(walk, tiling.nodes) > 0)
  const polygons = outlines.map((outline) => [outline].concat(walks.filter((walk) => surface(walk, tiling.nodes) < 0 && isIn(tiling.nodes[walk[0]!]!, outline, tiling.nodes))))
  return { nodes: tiling.nodes, areas: tiling.areas.filter(({ path }) => path !== keep && path !== gone).concat([{ path: keep, polygons }]) }
}

/** The place of a shape's outline nearest to a position, and how far it is in degrees. */
export function nearestOn(shape: Area, position: Position): { at: Position, away: number, isCorner: boolean } {
  let best: { at: Position, away: number, isCorner: boolean } = { at: position, away: Infinity, isCorner: false }
  for (const rings of polygonsOf(shape)) {
    for (const ring of rings) {
      ring.forEach((from, index) => {
        const found = nearest(position, [from[0]!, from[1]!], (ring[(index + 1) % ring.length] || from) as Position)
        if (found.away < best.away) best = { at: found.at, away: found.away, isCorner: found.share < 1e-9 || found.share > 1 - 1e-9 }
      })
    }
  }
  return best
}

function onBorder(tiling: Tiling, path: string, position: Position): { tiling: Tiling, node: number } | undefined {
  const own = tiling.areas.find((area) => area.path === path)
  const outline = own && own.polygons[0] && own.polygons[0][0]
  if (!outline) return undefined
  let best = { index: -1, at: position, away: Infinity }
  outline.forEach((from, index) => {
    const found = nearest(position, tiling.nodes[from]!, tiling.nodes[outline[(index + 1) % outline.length]!]!)
    if (found.away < best.away) best = { index, at: found.at, away: found.away }
  })
  const [from, to] = [outline[best.index]!, outline[(best.index + 1) % outline.length]!]
  for (const node of [from, to]) if (away(tiling.nodes[node]!, best.at) < oneCorner) return { tiling, node }
  return { tiling: withCorner(tiling, [from, to], best.at), node: tiling.nodes.length }
}

function along(walk: Walk, from: number, to: number): number[] {
  return from <= to ? walk.slice(from, to + 1) : walk.slice(from).concat(walk.slice(0, to + 1))
}

function chained(sides: readonly (readonly [number, number])[]): number[][] {
  const from: Record<number, number[]> = {}
  for (const [start, end] of sides) (from[start] = from[start] || []).push(end)
  const walks: number[][] = []
  for (const [first] of sides) {
    if (!from[first] || from[first].length === 0) continue
    const walk: number[] = []
    let node: number | undefined = first
    while (node !== undefined && !(walk.length > 0 && node === first)) {
      walk.push(node)
      node = from[node] ? from[node]!.pop() : undefined
    }
    if (walk.length > 2) walks.push(walk)
  }
  return walks
}

function withCornersOn(walk: Walk, nodes: readonly Position[]): number[] {
  return walk.reduce<number[]>((all, node, index) => {
    const next = walk[(index + 1) % walk.length]!
    const on: { node: number, share: number }[] = []
    nodes.forEach((position, other) => {
      if (walk.indexOf(other) >= 0 || !isNearBox(position, nodes[node]!, nodes[next]!)) return
      const found = nearest(position, nodes[node]!, nodes[next]!)
      if (found.away < oneCorner && found.share > 0 && found.share < 1) on.push({ node: other, share: found.share })
    })
    on.sort((a, b) => a.share - b.share)
    return all.concat([node], on.map((one) => one.node))
  }, [])
}

function isNearBox([x, y]: Position, a: Position, b: Position): boolean {
  return x > Math.min(a[0], b[0]) - 2 * oneCorner && x < Math.max(a[0], b[0]) + 2 * oneCorner && y > Math.min(a[1], b[1]) - oneCorner && y < Math.max(a[1], b[1]) + oneCorner
}

/** On a plane whose degrees of longitude are as long as they are there. */
function nearest(position: Position, from: Position, to: Position): { at: Position, away: number, share: number } {
  const scale = Math.cos((position[1] * Math.PI) / 180)
  const [x, y] = [(to[0] - from[0]) * scale, to[1] - from[1]]
  const length = x * x + y * y
  const share = length === 0 ? 0 : Math.min(1, Math.max(0, ((position[0] - from[0]) * scale * x + (position[1] - from[1]) * y) / length))
  const at: Position = [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share]
  return { at, away: away(at, position), share }
}

function away(a: Position, b: Position): number {
  const x = (a[0] - b[0]) * Math.cos((b[1] * Math.PI) / 180)
  return Math.sqrt(x * x + (a[1] - b[1]) * (a[1] - b[1]))
}

function surface(walk: Walk, nodes: readonly Position[]): number {
  const origin = nodes[walk[0]!]!
  return walk.reduce((sum, node, index) => {
    const [a, b] = [nodes[node]!, nodes[walk[(index + 1) % walk.length]!]!]
    return sum + (a[0] - origin[0]) * (b[1] - origin[1]) - (b[0] - origin[0]) * (a[1] - origin[1])
  }, 0)
}

function turned(walk: number[], nodes: readonly Position[], isOutline: boolean): number[] {
  return walk.length > 2 && surface(walk, nodes) > 0 !== isOutline ? backwards(walk) : walk
}

/** By the rule of rays, for what does not lie on the border. */
function isIn([x, y]: Position, walk: Walk, nodes: readonly Position[]): boolean {
  return walk.reduce((inside, node, index) => {
    const [a, b] = [nodes[node]!, nodes[walk[(index + 1) % walk.length]!]!]
    return a[1] > y !== b[1] > y && x < a[0] + ((y - a[1]) / (b[1] - a[1])) * (b[0] - a[0]) ? !inside : inside
  }, false)
}

function backwards(walk: Walk): number[] {
  return walk.map((_, index) => walk[walk.length - 1 - index]!)
}

function dropRepeats(walk: number[]): number[] {
  return walk.filter((node, index) => node !== walk[(index + 1) % walk.length])
}

function isSide(a: number, b: number, from: number, to: number): boolean {
  return (a === from && b === to) || (a === to && b === from)
}

function mapped(areas: readonly Tile[], walk: (walk: Walk) => number[]): Tile[] {
  return areas.map(({ path, polygons }) => ({ path, polygons: polygons.map((rings) => rings.map(walk)) }))
}

function polygonsOf(shape: Area): readonly (readonly (readonly (readonly number[])[])[])[] {
  return shape.type === 'Polygon' ? [shape.coordinates] : shape.coordinates
}
