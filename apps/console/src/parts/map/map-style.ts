import type { ExpressionSpecification, LayerSpecification, StyleSpecification } from 'maplibre-gl'
import { collection } from './shape.ts'

/** Metres on the ground as pixels on the screen, near 30° north: 67.8 km / 2^zoom are one pixel. */
const metres = (width: ExpressionSpecification, least: number): ExpressionSpecification => [
  'interpolate', ['exponential', 2], ['zoom'], 10, ['max', least, ['/', width, 66.2]], 20, ['max', least, ['*', width, 15.5]],
]

const width: ExpressionSpecification = ['coalesce', ['get', 'width'], 8]
const isKind = (kind: string): ExpressionSpecification => ['==', ['get', 'kind'], kind]
const isSurface: ExpressionSpecification = ['==', ['geometry-type'], 'Polygon']
const font = ['sans-serif']

const ground: LayerSpecification[] = [
  { id: 'ground', type: 'background', paint: { 'background-color': '#f4f3ee' } },
  { id: 'green', type: 'fill', source: 'plan', filter: ['all', isKind('green'), isSurface], paint: { 'fill-color': '#dcebd3' } },
  { id: 'water', type: 'fill', source: 'plan', filter: ['all', isKind('water'), isSurface], paint: { 'fill-color': '#bfdcec' } },
  { id: 'river', type: 'line', source: 'plan', filter: ['all', isKind('water'), ['!', isSurface]], layout: { 'line-cap': 'round', 'line-join': 'round' }, paint: { 'line-color': '#bfdcec', 'line-width': metres(width, 2) } },
  { id: 'road-edge', type: 'line', source: 'plan', filter: isKind('road'), layout: { 'line-cap': 'round', 'line-join': 'round' }, paint: { 'line-color': '#d8d5cb', 'line-width': metres(['+', width, 3], 2) } },
  { id: 'road', type: 'line', source: 'plan', filter: isKind('road'), layout: { 'line-cap': 'round', 'line-join': 'round' }, paint: { 'line-color': '#ffffff', 'line-width': metres(width, 1) } },
]

const upon: LayerSpecification[] = [
  { id: 'building', type: 'fill', source: 'building', paint: { 'fill-color': ['case', ['==', ['get', 'isChosen'], 1], '#f0b44c', '#dfd9cd'], 'fill-outline-color': '#b5ad9c' } },
  { id: 'area', type: 'line', source: 'area', paint: { 'line-color': '#0f5b85', 'line-width': ['case', ['==', ['get', 'isChosen'], 1], 3, 1.2], 'line-dasharray': [4, 2] } },
  { id: 'area-chosen', type: 'fill', source: 'area', filter: ['==', ['get', 'isChosen'], 1], paint: { 'fill-color': '#0f5b85', 'fill-opacity': 0.08 } },
  { id: 'road-name', type: 'symbol', source: 'plan', minzoom: 14, filter: ['all', isKind('road'), ['has', 'name']], layout: { 'symbol-placement': 'line', 'text-field': ['coalesce', ['get', 'name'], ''], 'text-font': font, 'text-size': 12 }, paint: { 'text-color': '#6b6658', 'text-halo-color': '#fff', 'text-halo-width': 1.5 } },
  { id: 'building-name', type: 'symbol', source: 'building', minzoom: 16.2, layout: { 'text-field': ['get', 'name'], 'text-font': font, 'text-size': 11 }, paint: { 'text-color': '#4d4638', 'text-halo-color': '#fff', 'text-halo-width': 1.2 } },
  { id: 'area-name', type: 'symbol', source: 'area', maxzoom: 16.2, layout: { 'text-field': ['get', 'name'], 'text-font': font, 'text-size': 13 }, paint: { 'text-color': '#0b3f5e', 'text-halo-color': '#fff', 'text-halo-width': 2 } },
]

const source = () => ({ type: 'geojson' as const, data: collection([]) })

/** A map drawn from our own data alone: no tiles, no fonts, nothing from outside. Letters come from the computer's own fonts. */
export const mapStyle = (): StyleSpecification => ({ version: 8, sources: { plan: source(), building: source(), area: source() }, layers: [...ground, ...upon] })
