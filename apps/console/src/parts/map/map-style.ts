import type { ExpressionSpecification, LayerSpecification, StyleSpecification, VectorSourceSpecification } from 'maplibre-gl'

/** Metres on the ground as pixels on the screen, near 30° north: 67.8 km / 2^zoom are one pixel. */
const metres = (width: ExpressionSpecification, least: number): ExpressionSpecification => [
  'interpolate', ['exponential', 2], ['zoom'], 10, ['max', least, ['/', width, 66.2]], 20, ['max', least, ['*', width, 15.5]],
]

const width: ExpressionSpecification = ['coalesce', ['get', 'width'], 8]
const isKind = (...kinds: string[]): ExpressionSpecification => ['in', ['get', 'kind'], ['literal', kinds]]
const isSurface: ExpressionSpecification = ['==', ['geometry-type'], 'Polygon']
const isChosen: ExpressionSpecification = ['boolean', ['feature-state', 'isChosen'], false]
const font = ['sans-serif']
const of = (layer: string) => ({ source: 'base', 'source-layer': layer })
const round = { 'line-cap': 'round', 'line-join': 'round' } as const

/** Roads, water and greens. */
export const ground: LayerSpecification[] = [
  { id: 'ground', type: 'background', paint: { 'background-color': '#f4f3ee' } },
  { id: 'green', type: 'fill', ...of('plan'), filter: ['all', isKind('green'), isSurface], paint: { 'fill-color': '#dcebd3' } },
  { id: 'water', type: 'fill', ...of('plan'), filter: ['all', isKind('water'), isSurface], paint: { 'fill-color': '#bfdcec' } },
  { id: 'river', type: 'line', ...of('plan'), filter: ['all', isKind('water'), ['!', isSurface]], layout: round, paint: { 'line-color': '#bfdcec', 'line-width': metres(width, 2) } },
  { id: 'road-edge', type: 'line', ...of('plan'), filter: isKind('road'), layout: round, paint: { 'line-color': '#d8d5cb', 'line-width': metres(['+', width, 3], 2) } },
  { id: 'road', type: 'line', ...of('plan'), filter: isKind('road'), layout: round, paint: { 'line-color': '#ffffff', 'line-width': metres(width, 1) } },
]

/** Borders, the finer the nearer one looks. */
export const borders: LayerSpecification[] = [
  { id: 'grid', type: 'line', ...of('area'), minzoom: 14, filter: isKind('grid', 'microGrid'), paint: { 'line-color': '#0f5b85', 'line-opacity': 0.55, 'line-width': 0.8, 'line-dasharray': [2, 3] } },
  { id: 'area', type: 'line', ...of('area'), filter: isKind('subdistrict', 'community'), paint: { 'line-color': '#0f5b85', 'line-width': 1.2, 'line-dasharray': [4, 2] } },
  { id: 'area-chosen', type: 'fill', ...of('area'), paint: { 'fill-color': '#0f5b85', 'fill-opacity': ['case', isChosen, 0.08, 0] } },
  { id: 'area-chosen-edge', type: 'line', ...of('area'), paint: { 'line-color': '#0f5b85', 'line-width': 3, 'line-opacity': ['case', isChosen, 1, 0] } },
]

const label = { 'text-color': '#0b3f5e', 'text-halo-color': '#fff', 'text-halo-width': 2 }

/** Places that an office brought in from elsewhere: a dot, and from near its name, or else what it is. */
export const spots: LayerSpecification[] = [
  { id: 'spot', type: 'circle', ...of('plan'), minzoom: 14, filter: isKind('place'), paint: { 'circle-radius': 4, 'circle-color': '#7a4a12', 'circle-stroke-color': '#ffffff', 'circle-stroke-width': 1.5 } },
  { id: 'spot-name', type: 'symbol', ...of('plan'), minzoom: 15, filter: isKind('place'), layout: { 'text-field': ['coalesce', ['get', 'name'], ['get', 'sort'], ''], 'text-font': font, 'text-size': 11, 'text-anchor': 'top', 'text-offset': [0, 0.6], 'text-padding': 4 }, paint: { 'text-color': '#7a4a12', 'text-halo-color': '#ffffff', 'text-halo-width': 1.5 } },
]

/** One scheme of collision for all names: the wider area first. */
export const names: LayerSpecification[] = [
  { id: 'road-name', type: 'symbol', ...of('plan'), minzoom: 14, filter: ['all', isKind('road'), ['has', 'name']], layout: { 'symbol-placement': 'line', 'text-field': ['coalesce', ['get', 'name'], ''], 'text-font': font, 'text-size': 12 }, paint: { 'text-color': '#6b6658', 'text-halo-color': '#fff', 'text-halo-width': 1.5 } },
  { id: 'building-name', type: 'symbol', ...of('building'), minzoom: 16.2, layout: { 'text-field': ['get', 'name'], 'text-font': font, 'text-size': 11, 'text-padding': 6 }, paint: { 'text-color': '#4d4638', 'text-halo-color': '#fff', 'text-halo-width': 1.2 } },
  { id: 'grid-name', type: 'symbol', ...of('label'), minzoom: 14.6, maxzoom: 17, filter: isKind('grid'), layout: { 'text-field': ['get', 'name'], 'text-font': font, 'text-size': 11 }, paint: { ...label, 'text-color': '#3f6c86' } },
  { id: 'area-name', type: 'symbol', ...of('label'), minzoom: 11.5, maxzoom: 16.2, filter: isKind('community'), layout: { 'text-field': ['get', 'name'], 'text-font': font, 'text-size': 13 }, paint: label },
  { id: 'office-name', type: 'symbol', ...of('label'), maxzoom: 11.5, filter: isKind('subdistrict'), layout: { 'text-field': ['get', 'name'], 'text-font': font, 'text-size': 14 }, paint: label },
]

const buildings: LayerSpecification = { id: 'building', type: 'fill', ...of('building'), paint: { 'fill-color': ['case', isChosen, '#f0b44c', '#dfd9cd'], 'fill-outline-color': '#b5ad9c' } }

/** Where the installation's own tiles are. Areas and buildings are told by their paths, so that a state can be given to each. */
export const baseSource = (tiles: string): VectorSourceSpecification => ({
  type: 'vector', tiles: [new URL(tiles, window.location.origin).href.replaceAll('%7B', '{').replaceAll('%7D', '}')], minzoom: 0, maxzoom: 16, promoteId: { area: 'path', building: 'path', label: 'path' },
})

/** A map drawn from our own data alone: no fonts, nothing from outside. Letters come from the computer's own fonts. */
export const mapStyle = (tiles: string): StyleSpecification => ({ version: 8, sources: { base: baseSource(tiles) }, layers: [...ground, buildings, ...borders, ...spots, ...names] })

/** Letters are drawn by the browser in the fonts that are there. */
export const letters = '"Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", sans-serif'
