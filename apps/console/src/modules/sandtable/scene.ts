import { Map as Sheet, Marker, NavigationControl, ScaleControl } from 'maplibre-gl'
import type { GeoJSONSource, MapMouseEvent, VectorTileSource } from 'maplibre-gl'
import type { Feature, FeatureCollection, Position } from 'geojson'
import type { Output } from '@linli/contract'
import { letters } from '../../parts/map/map-style.ts'
import type { Box, LngLat } from '../../parts/map/shape.ts'
import { TiandituControl } from '../../parts/map/tianditu.ts'
import type { Tianditu } from '../../parts/map/tianditu.ts'
import { mapWords } from '../../parts/map/words.ts'
import { mostPoints } from './ring.ts'
import type { Camera, Ring } from './ring.ts'
import { atNight } from './scene-night.ts'
import { sceneStyle } from './scene-style.ts'

export type Dot = Output<'sandtable', 'points'>['rows'][number]
export type CarePoint = Output<'sandtable', 'care'>['rows'][number]
export interface PlaceName { path: string, kind: 'community' | 'grid', words: string, centre: LngLat }
/** A sign that another module puts upon the map: `sign` is its letter, `words` say what it is. */
export interface MapPin { id: string, look: 'worker' | 'seat', sign: string, words: string, point: LngLat, isPale: boolean }
export interface View { camera: Camera, box: Box }

/** What the map tells of. */
export interface Told {
  rest: (view: View) => void
  building: (path: string) => void
  /** A part of the ground that is no building: the paths of the areas there, the widest first. */
  ground: (paths: string[]) => void
  event: (id: string) => void
  care: (path: string) => void
  pin: (id: string) => void
  /** Events at one place that come apart no more. */
  heap: (point: LngLat) => void
  over: (what: { x: number, y: number, path: string, name: string } | undefined) => void
}

const features = (rows: { point: LngLat, properties: Record<string, unknown> }[]): FeatureCollection => ({ type: 'FeatureCollection', features: rows.map(({ point, properties }) => ({ type: 'Feature', properties, geometry: { type: 'Point', coordinates: [point.lng, point.lat] } })) })

interface Beginning { tiles: string, tianditu: Tianditu | null, centre: LngLat, camera: Camera | undefined, box: Box | undefined, isStill: boolean, isTouched: boolean, wall: number | undefined }

export function openScene(container: HTMLElement, { tiles, tianditu, centre, camera, box, isStill, isTouched, wall }: Beginning) {
  const map = new Sheet({
    container, style: wall === undefined ? sceneStyle(tiles) : atNight(sceneStyle(tiles)), ...(wall !== undefined && { pixelRatio: window.devicePixelRatio * wall }), center: camera ?? centre, zoom: camera?.zoom ?? 13, pitch: camera?.pitch ?? 45, bearing: camera?.bearing ?? 0, minZoom: 9, maxZoom: 19, maxPitch: 70, locale: mapWords, attributionControl: false,
    localIdeographFontFamily: letters, cooperativeGestures: isTouched, doubleClickZoom: false, ...(isStill && { fadeDuration: 0 }),
  })
  if (!camera && box) map.fitBounds(box, { pitch: 45, padding: { top: 0, bottom: 40, left: 10, right: 10 }, duration: 0 })
  map.addControl(new NavigationControl({ visualizePitch: true }), 'top-right')
  if (tianditu) map.addControl(new TiandituControl(tianditu), 'top-right')
  map.addControl(new ScaleControl({ maxWidth: 90 }), 'bottom-left')
  return map
}

export const cameraOf = (map: Sheet): Camera => {
  const { lng, lat } = map.getCenter()
  return { lng, lat, zoom: map.getZoom(), pitch: map.getPitch(), bearing: map.getBearing() }
}

/** What can be told to a map that is drawn. */
export function sceneOn(map: Sheet, isStill: boolean) {
  const put = (source: string, data: FeatureCollection) => void map.getSource<GeoJSONSource>(source)?.setData(data)
  const state = (layer: 'area' | 'building', id: string) => ({ source: 'base', sourceLayer: layer, id })
  const duration = isStill ? 0 : 1200
  let chosen: string | undefined
  let names: ReadonlyMap<string, string> = new Map()
  let named = ''
  const nameBlocks = () => {
    if (map.getZoom() < 15.6) return
    const seen = new Map(map.querySourceFeatures('base', { sourceLayer: 'building' }).map((one) => [String(one.properties.path), one]))
    const rows = [...seen].flatMap(([path, one]) => one.geometry.type === 'Polygon' ? [{ point: middleOf(one.geometry.coordinates[0]!), properties: { words: [one.properties.name, names.get(path)].filter(Boolean).join('\n') } }] : [])
    // What is put down is drawn, and after that the map comes to rest again: the same is put down once.
    const next = rows.map(({ properties }) => properties.words).join()
    if (next === named) return
    named = next
    put('block-name', features(rows))
  }
  map.on('idle', nameBlocks)
  const choose = (path: string | undefined) => {
    if (chosen !== undefined) map.removeFeatureState(state(chosen.includes('b') ? 'building' : 'area', chosen), 'isChosen')
    chosen = path
    if (path !== undefined) map.setFeatureState(state(path.includes('b') ? 'building' : 'area', path), { isChosen: true })
  }
  return {
    drawFrom: (tiles: string[]) => void map.getSource<VectorTileSource>('base')?.setTiles(tiles),
    /** A colour for each building, and what is written on it from near. */
    paint: (colours: ReadonlyMap<string, string>, words: ReadonlyMap<string, string>) => {
      map.removeFeatureState({ source: 'base', sourceLayer: 'building' })
      for (const [path, colour] of colours) map.setFeatureState(state('building', path), { colour })
      if (chosen?.includes('b')) map.setFeatureState(state('building', chosen), { isChosen: true })
      names = words
      nameBlocks()
    },
    choose,
    name: (rows: readonly PlaceName[]) => put('place', features(rows.map(({ centre, kind, words }) => ({ point: centre, properties: { kind, words } })))),
    events: (rows: readonly Dot[]) => {
      const data = features(rows.map(({ lng, lat, count, red, yellow, one }) => ({ point: { lng, lat }, properties: { count, red, yellow, id: one?.id } })))
      put('event', data)
      put('heat', data)
    },
    care: (rows: readonly CarePoint[]) => put('care', features(rows.map(({ area, point, count }) => ({ point, properties: { path: area, count } })))),
    ring: (ring: Ring | undefined) => put('ring', ring ? outline(ring, true) : features([])),
    show: (layer: string, isShown: boolean) => { if (map.getLayer(layer)) map.setLayoutProperty(layer, 'visibility', isShown ? 'visible' : 'none') },
    fly: (to: Partial<Camera>) => void map.flyTo({ ...(to.lng !== undefined && to.lat !== undefined && { center: [to.lng, to.lat] }), ...(to.zoom !== undefined && { zoom: to.zoom }), ...(to.pitch !== undefined && { pitch: to.pitch }), ...(to.bearing !== undefined && { bearing: to.bearing }), duration, essential: true }),
    frame: (box: Box, rest: { pitch?: number, bearing?: number } = {}) => void map.fitBounds(box, { padding: 40, duration, maxZoom: 17.5, pitch: map.getPitch(), bearing: map.getBearing(), ...rest, essential: true }),
    /** `above`: pixels above the point, where it would hide a name. */
    pin: (point: LngLat, element: HTMLElement, above = 0) => {
      const marker = new Marker({ element, offset: [0, -above] }).setLngLat(point).addTo(map)
      return () => void marker.remove()
    },
    /** The picture as it is drawn next: what was drawn before is not kept. */
    picture: () => new Promise<HTMLCanvasElement>((resolve) => {
      map.once('render', () => {
        const { width, height } = map.getCanvas()
        const copy = Object.assign(document.createElement('canvas'), { width, height })
        copy.getContext('2d')!.drawImage(map.getCanvas(), 0, 0)
        resolve(copy)
      })
      map.triggerRepaint()
    }),
    resize: () => void map.resize(),
    draw: (done: (ring: Ring) => void) => drawOn(map, (points, isClosed) => put('ring', points.length === 0 ? features([]) : outline(points, isClosed)), done),
  }
}

export type Scene = ReturnType<typeof sceneOn>

const middleOf = (ring: Position[]): LngLat => {
  const own = ring.slice(1)
  return { lng: own.reduce((sum, [lng]) => sum + lng!, 0) / own.length, lat: own.reduce((sum, [, lat]) => sum + lat!, 0) / own.length }
}

function outline(ring: Ring, isClosed: boolean): FeatureCollection {
  const drawn = isClosed ? [...ring, ring[0]!] : ring
  const shape: Feature[] = isClosed ? [{ type: 'Feature', properties: {}, geometry: { type: 'Polygon', coordinates: [drawn] } }] : [{ type: 'Feature', properties: {}, geometry: { type: 'LineString', coordinates: drawn } }]
  return { type: 'FeatureCollection', features: [...(drawn.length > 1 ? shape : []), ...(isClosed ? [] : ring.map((point): Feature => ({ type: 'Feature', properties: {}, geometry: { type: 'Point', coordinates: point } })))] }
}

/** Point by point; double click, Enter or the first point again closes, Backspace takes the last back. Returns what gives it up. */
function drawOn(map: Sheet, show: (points: Ring, isClosed: boolean) => void, done: (ring: Ring) => void): () => void {
  let points: Ring = []
  const near = (event: MapMouseEvent, [lng, lat]: [number, number]) => Math.hypot(map.project([lng, lat]).x - event.point.x, map.project([lng, lat]).y - event.point.y) < 10
  const close = () => { if (points.length >= 3) done(points) }
  const click = (event: MapMouseEvent) => {
    if (points.length >= 3 && near(event, points[0]!)) return close()
    if (points.length > 0 && near(event, points[points.length - 1]!)) return
    if (points.length < mostPoints) points = [...points, [event.lngLat.lng, event.lngLat.lat]]
    show(points, false)
  }
  const key = (event: KeyboardEvent) => {
    if (event.key === 'Enter') close()
    else if (event.key === 'Backspace') { points = points.slice(0, -1); show(points, false) }
  }
  map.on('click', click)
  map.on('dblclick', close)
  window.addEventListener('keydown', key)
  map.getCanvas().style.cursor = 'crosshair'
  return () => {
    map.off('click', click)
    map.off('dblclick', close)
    window.removeEventListener('keydown', key)
    map.getCanvas().style.cursor = ''
  }
}
