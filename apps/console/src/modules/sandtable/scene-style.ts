import type { ExpressionSpecification, LayerSpecification, SourceSpecification, StyleSpecification } from 'maplibre-gl'
import { baseSource, borders, ground, names, spots } from '../../parts/map/map-style.ts'
import { noLevel } from './colour.ts'

const font = ['sans-serif']
const get = (name: string): ExpressionSpecification => ['get', name]
const isChosen: ExpressionSpecification = ['boolean', ['feature-state', 'isChosen'], false]
const above = (name: string): ExpressionSpecification => ['>', ['coalesce', get(name), 0], 0]

/** As dark as letters on them need (WCAG 1.4.3). */
const late = '#b3261e'
const soon = '#865300'
const fine = '#1b6f3f'
const care = '#6a3d8f'

/** Buildings stand as high as they are, in the colour that was given to each. */
const blocks: LayerSpecification[] = [
  { id: 'area-hit', type: 'fill', source: 'base', 'source-layer': 'area', paint: { 'fill-color': '#0f5b85', 'fill-opacity': 0 } },
  {
    id: 'block', type: 'fill-extrusion', source: 'base', 'source-layer': 'building', paint: {
      'fill-extrusion-color': ['case', isChosen, '#0f5b85', ['to-color', ['coalesce', ['feature-state', 'colour'], noLevel.colour]]],
      'fill-extrusion-height': ['coalesce', get('height'), 6], 'fill-extrusion-opacity': 1,
    },
  },
]

const letters = (colour: string) => ({ 'text-color': colour, 'text-halo-color': '#ffffff', 'text-halo-width': 1.8 })

/** Above everything else, so that a cluster hides no name: names of areas with what they are coloured by, so that nobody has to tell colours apart. */
const places: LayerSpecification[] = [
  { id: 'block-name', type: 'symbol', source: 'block-name', minzoom: 15.6, layout: { 'text-field': get('words'), 'text-font': font, 'text-size': 11, 'text-padding': 4, 'text-anchor': 'top', 'text-offset': [0, 0.5] }, paint: letters('#3c3527') },
  { id: 'grid-place', type: 'symbol', source: 'place', minzoom: 14.2, maxzoom: 16.8, filter: ['==', get('kind'), 'grid'], layout: { 'text-field': get('words'), 'text-font': font, 'text-size': 11.5 }, paint: letters('#2d5a75') },
  { id: 'community-place', type: 'symbol', source: 'place', minzoom: 11.5, maxzoom: 16, filter: ['==', get('kind'), 'community'], layout: { 'text-field': get('words'), 'text-font': font, 'text-size': 13, 'text-line-height': 1.3 }, paint: letters('#0b3f5e') },
  { id: 'office-place', type: 'symbol', source: 'base', 'source-layer': 'label', maxzoom: 11.5, filter: ['==', get('kind'), 'subdistrict'], layout: { 'text-field': get('name'), 'text-font': font, 'text-size': 14 }, paint: letters('#0b3f5e') },
]

const radius: ExpressionSpecification = ['interpolate', ['linear'], ['sqrt', get('count')], 1, 8, 5, 12, 20, 18, 60, 28]

/** What is late is told by its sign as well as by its colour. */
const events: LayerSpecification[] = [
  { id: 'heat', type: 'heatmap', source: 'heat', layout: { visibility: 'none' }, paint: {
    'heatmap-weight': ['min', 1, ['/', get('count'), 6]], 'heatmap-radius': ['interpolate', ['linear'], ['zoom'], 11, 12, 14, 26, 17, 60], 'heatmap-intensity': ['interpolate', ['linear'], ['zoom'], 11, 0.7, 15, 1.3], 'heatmap-opacity': 0.72,
    'heatmap-color': ['interpolate', ['linear'], ['heatmap-density'], 0, 'rgba(255,255,255,0)', 0.15, '#fde8a9', 0.4, '#f3a950', 0.7, '#d4532f', 1, '#7c1d1d'],
  } },
  { id: 'event-dot', type: 'circle', source: 'event', paint: { 'circle-radius': radius, 'circle-color': ['case', above('red'), late, above('yellow'), soon, fine], 'circle-stroke-color': '#ffffff', 'circle-stroke-width': 2 } },
  { id: 'event-words', type: 'symbol', source: 'event', layout: {
    'text-field': ['concat', ['case', above('red'), '!', above('yellow'), '…', ''], ['case', ['>', get('count'), 1], ['to-string', get('count')], '']], 'text-font': font, 'text-size': 12, 'text-allow-overlap': true, 'text-ignore-placement': true,
  }, paint: { 'text-color': '#ffffff' } },
]

const people: LayerSpecification[] = [
  { id: 'care-dot', type: 'circle', source: 'care', paint: { 'circle-radius': ['interpolate', ['linear'], ['sqrt', get('count')], 1, 8, 5, 12, 20, 19], 'circle-color': '#ffffff', 'circle-stroke-color': care, 'circle-stroke-width': 2.5 } },
  { id: 'care-words', type: 'symbol', source: 'care', layout: { 'text-field': ['to-string', get('count')], 'text-font': font, 'text-size': 11, 'text-allow-overlap': true, 'text-ignore-placement': true }, paint: { 'text-color': care } },
]

const ring: LayerSpecification[] = [
  { id: 'ring', type: 'fill', source: 'ring', filter: ['==', ['geometry-type'], 'Polygon'], paint: { 'fill-color': '#0f5b85', 'fill-opacity': 0.14 } },
  { id: 'ring-edge', type: 'line', source: 'ring', paint: { 'line-color': '#0b3f5e', 'line-width': 2.5, 'line-dasharray': [2, 1] } },
  { id: 'ring-point', type: 'circle', source: 'ring', filter: ['==', ['geometry-type'], 'Point'], paint: { 'circle-radius': 4.5, 'circle-color': '#ffffff', 'circle-stroke-color': '#0b3f5e', 'circle-stroke-width': 2 } },
]

const empty = (rest: object = {}): SourceSpecification => ({ type: 'geojson', data: { type: 'FeatureCollection', features: [] }, ...rest })
const sum = (name: string) => ['+', get(name)]

export const sceneStyle = (tiles: string): StyleSpecification => ({
  version: 8,
  light: { anchor: 'map', position: [1.3, 210, 40], intensity: 0.32 },
  sources: {
    base: baseSource(tiles), place: empty(), 'block-name': empty(), ring: empty(), heat: empty(),
    care: empty({ cluster: true, clusterRadius: 40, clusterMaxZoom: 16, clusterProperties: { count: sum('count') } }),
    event: empty({ cluster: true, clusterRadius: 56, clusterMaxZoom: 17, clusterProperties: { count: sum('count'), red: sum('red'), yellow: sum('yellow') } }),
  },
  layers: [...ground, ...borders, ...blocks, ...spots, ...names.filter(({ id }) => id === 'road-name'), ...events, ...people, ...places, ...ring],
})
