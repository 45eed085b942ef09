import type { GeoJSONSource, Map as Sheet, MapGeoJSONFeature, MapMouseEvent } from 'maplibre-gl'
import { boxOn } from '../../parts/map/dots.ts'
import { sorted } from '../../parts/sorted.ts'
import { cameraOf } from './scene.ts'
import type { Told } from './scene.ts'

const hoverMs = 90

/** What people do with the map, told in its words. `isBusy`: a line is being drawn, and clicks are its points. */
export function hear(map: Sheet, told: () => Told, isBusy: () => boolean): void {
  const at = (event: MapMouseEvent, ...layers: string[]): MapGeoJSONFeature[] => map.queryRenderedFeatures(event.point, { layers: layers.filter((layer) => map.getLayer(layer)) })
  map.on('click', (event) => { if (!isBusy()) pressed(map, at, event, told()) })
  let last = 0
  map.on('mousemove', (event) => {
    if (isBusy() || map.isMoving() || Date.now() - last < hoverMs) return
    last = Date.now()
    const [found] = at(event, 'event-dot', 'care-dot', 'block')
    map.getCanvas().style.cursor = found ? 'pointer' : ''
    told().over(found?.layer.id === 'block' ? { ...event.point, path: String(found.properties.path), name: String(found.properties.name) } : undefined)
  })
  map.on('mouseout', () => told().over(undefined))
  map.on('movestart', () => told().over(undefined))
  map.on('moveend', () => told().rest({ camera: cameraOf(map), box: boxOn(map) }))
}

function pressed(map: Sheet, at: (event: MapMouseEvent, ...layers: string[]) => MapGeoJSONFeature[], event: MapMouseEvent, told: Told): void {
  const [found] = at(event, 'event-dot', 'care-dot', 'block')
  if (!found) return told.ground(sorted(at(event, 'area-hit').map(({ properties }) => String(properties.path)), (one, other) => one.length - other.length))
  if (found.layer.id === 'block') return told.building(String(found.properties.path))
  if (found.layer.id === 'care-dot' && found.properties.cluster_id === undefined) return told.care(String(found.properties.path))
  if (typeof found.properties.id === 'string') return told.event(found.properties.id)
  void nearer(map, found, told)
}

/** From here on nothing comes apart that is asked for from nearer. */
const apart = 18

/** Where a cluster comes apart, and no nearer than the map goes. */
async function nearer(map: Sheet, { properties, geometry, layer }: MapGeoJSONFeature, told: Told): Promise<void> {
  if (geometry.type !== 'Point') return
  const [lng, lat] = geometry.coordinates as [number, number]
  if (layer.id === 'event-dot' && map.getZoom() >= apart) return told.heap({ lng, lat })
  const source = map.getSource<GeoJSONSource>(layer.id === 'care-dot' ? 'care' : 'event')
  const zoom = typeof properties.cluster_id === 'number' && source ? await source.getClusterExpansionZoom(properties.cluster_id) : map.getZoom() + 2
  map.easeTo({ center: [lng, lat], zoom: Math.min(Math.max(zoom, map.getZoom() + 1), map.getMaxZoom()) })
}
