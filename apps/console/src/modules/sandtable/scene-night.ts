import type { LayerSpecification, StyleSpecification } from 'maplibre-gl'
import { noLevel } from './colour.ts'

/** The colours of the town by day, and what stands for them on a dark wall. */
const night: Readonly<Record<string, string>> = {
  '#f4f3ee': '#0a1b29', '#dcebd3': '#123024', '#bfdcec': '#164a6e', '#d8d5cb': '#1a3144', '#0f5b85': '#5aa9d6', [noLevel.colour]: '#3d6280',
  '#0b3f5e': '#e8f1f8', '#2d5a75': '#b7d0e2', '#3c3527': '#c9d8e3', '#6b6658': '#9db6c9', '#7a4a12': '#d9b07a',
}
const [halo, road] = ['#071722', '#2f4d63']

/** The same town in the dark: signs of events keep their colours, which have letters and white edges of their own. */
export const atNight = (style: StyleSpecification): StyleSpecification => ({ ...style, layers: style.layers.map(darkened) })

function darkened(layer: LayerSpecification): LayerSpecification {
  const paint = Object.entries(layer.paint ?? {}).map(([name, value]) => [name, name === 'text-halo-color' ? halo : layer.id === 'road' && name === 'line-color' ? road : JSON.parse(JSON.stringify(value).replace(/#[0-9a-f]{6}\b/g, (colour) => night[colour] ?? colour)) as unknown])
  return { ...layer, paint: Object.fromEntries(paint) as object } as LayerSpecification
}
