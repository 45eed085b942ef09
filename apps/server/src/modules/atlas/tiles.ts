import { atlasZoom } from '@linli/contract'
import { GeoJSONVT, type GeoJSONVTTile } from '@maplibre/geojson-vt'
import { fromGeojsonVt } from '@maplibre/vt-pbf'

type Feature = GeoJSON.Feature<GeoJSON.Polygon | GeoJSON.MultiPolygon | GeoJSON.LineString | GeoJSON.Point>
/** What is drawn of a sub-district, layer by layer. */
export interface Drawing { plan: Feature[], area: Feature[], building: Feature[], label: Feature[] }
export type Layer = keyof Drawing
const layers: readonly Layer[] = ['plan', 'area', 'building', 'label']

/** A drawing cut into tiles, as far as they were asked for. */
export type Cut = Record<Layer, GeoJSONVT>

/** A tile is 4096 units wide: at the nearest level 15 cm each. Walls stay straight, so little is taken off. */
const settings = { maxZoom: atlasZoom.most, indexMaxZoom: 10, tolerance: 1.5, extent: 4096, buffer: 128 }

export const cut = (drawing: Drawing): Cut => Object.fromEntries(layers.map((layer) => [layer, new GeoJSONVT({ type: 'FeatureCollection', features: drawing[layer] }, settings)])) as Cut

export interface Place { z: number, x: number, y: number }

/** One vector tile (MVT 2) of several drawings beside each other. */
export function tileFrom(cuts: readonly Cut[], { z, x, y }: Place): Uint8Array {
  const filled: Partial<Record<Layer, GeoJSONVTTile>> = {}
  for (const layer of layers) {
    if (layer === 'building' && z < atlasZoom.building) continue
    const found = cuts.flatMap((one) => one[layer].getTile(z, x, y) ?? [])
    if (found.length > 0) filled[layer] = { ...found[0]!, features: found.flatMap(({ features }) => features) }
  }
  return fromGeojsonVt(filled as Record<string, GeoJSONVTTile>, { version: 2, extent: settings.extent })
}
