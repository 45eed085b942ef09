import { Map as Sheet, Marker, NavigationControl, ScaleControl, setWorkerUrl } from 'maplibre-gl'
import type { VectorTileSource } from 'maplibre-gl'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url'
import 'maplibre-gl/dist/maplibre-gl.css'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { boxOn, putDots } from './dots.ts'
import type { Dot, MapHand } from './dots.ts'
import { letters, mapStyle } from './map-style.ts'
import styles from './map-view.module.css'
import { boxAround } from './shape.ts'
import type { Box, LngLat } from './shape.ts'
import { TiandituControl } from './tianditu.ts'
import type { Tianditu } from './tianditu.ts'
import { mapWords } from './words.ts'

// Without it the map stays blank and says nothing.
setWorkerUrl(workerUrl)

export interface MapViewProps {
  label: string
  /** Where the tiles of the base are. */
  tiles: string
  /** May lie under them, where the installation has a key. */
  tianditu?: Tianditu | null
  centre: LngLat
  /** What is shown at first, where there is no point. */
  box?: Box | undefined
  chosenArea?: string
  chosenBuilding?: string
  point?: LngLat | null
  pointWords?: string
  /** Further points, in another colour; shown, never picked. */
  others?: readonly (LngLat & { words: string })[]
  onPick?: (point: LngLat) => void
  dots?: readonly Dot[]
  /** Told when the map has come to rest, with the part it shows. */
  onRest?: (box: Box, hand: MapHand) => void
  height?: number | string
}

/** The town's own drawing with borders, buildings and one point. Click or tap to pick a place where `onPick` is given. */
export default function MapView(props: MapViewProps) {
  const [isAble] = useState(canDraw)
  return isAble ? <Drawn {...props} /> : <div className={styles.unable} style={{ height: props.height }} role="status">此浏览器不能显示地图，请按名称选择位置。</div>
}

/** Old or remote-controlled computers may have no WebGL; the place can then be chosen by name. */
const canDraw = () => document.createElement('canvas').getContext('webgl2') !== null

function Drawn(props: MapViewProps) {
  const box = useRef<HTMLDivElement>(null)
  const sheet = useSheet(box, props)
  const { tiles, box: around, chosenArea, chosenBuilding, point, pointWords, dots, others } = props
  useEffect(() => sheet.drawFrom(tiles), [sheet, tiles])
  useEffect(() => sheet.choose('area', chosenArea), [sheet, chosenArea])
  useEffect(() => sheet.choose('building', chosenBuilding), [sheet, chosenBuilding])
  useEffect(() => sheet.frame(point, around, others), [sheet, point, around, others])
  useEffect(() => sheet.mark(point, pointWords), [sheet, point, pointWords])
  useEffect(() => {
    const marks = others?.map((other) => sheet.mark(other, other.words, '#1b6e3c'))
    return () => marks?.forEach((drop) => drop?.())
  }, [sheet, others])
  useEffect(() => dots && sheet.dot(dots), [sheet, dots])
  return <section className={props.onPick ? `${styles.map} ${styles.picking}` : styles.map} style={{ height: props.height }} ref={box} aria-label={props.label} />
}

/** With one finger the page scrolls, with two the map: otherwise a phone's page ends at the map. */
const isTouched = () => window.matchMedia('(pointer: coarse)').matches

const settings = {
  zoom: 13, minZoom: 9, maxZoom: 19, locale: mapWords, attributionControl: false as const, dragRotate: false, pitchWithRotate: false,
  localIdeographFontFamily: letters,
}

interface Drawing {
  drawFrom: (tiles: string) => void
  /** Marks one feature of a layer. Returns what takes the mark away. */
  choose: (layer: 'area' | 'building', path: string | undefined) => (() => void) | undefined
  frame: (point: LngLat | null | undefined, around: Box | undefined, others?: readonly LngLat[]) => void
  mark: (point: LngLat | null | undefined, words?: string, color?: string) => (() => void) | undefined
  dot: (dots: readonly Dot[]) => (() => void) | undefined
}

const idle: Drawing = { drawFrom: () => undefined, choose: () => undefined, frame: () => undefined, mark: () => undefined, dot: () => undefined }

function useSheet(box: React.RefObject<HTMLDivElement | null>, { tiles, centre, tianditu, onPick, onRest }: MapViewProps): Drawing {
  const [drawing, setDrawing] = useState<Drawing>(idle)
  const pick = useEffectEvent((point: LngLat) => onPick?.(point))
  const rest = useEffectEvent((map: Sheet) => onRest?.(boxOn(map), handOn(map)))
  const start = useEffectEvent(() => new Sheet({ container: box.current!, style: mapStyle(tiles), center: centre, cooperativeGestures: isTouched(), ...settings }))
  const choice = useEffectEvent((map: Sheet) => void (tianditu && map.addControl(new TiandituControl(tianditu), 'top-left')))
  useEffect(() => {
    const map = start()
    map.touchZoomRotate.disableRotation()
    map.addControl(new NavigationControl({ showCompass: false }), 'top-right')
    map.addControl(new ScaleControl({ maxWidth: 90 }), 'bottom-left')
    choice(map)
    map.on('load', () => {
      setDrawing(drawingOn(map))
      rest(map)
    })
    map.on('moveend', () => rest(map))
    map.on('click', (event) => pick({ lng: round(event.lngLat.lng), lat: round(event.lngLat.lat) }))
    return () => map.remove()
  }, [])
  return drawing
}

/** Seven digits are a centimetre. */
const round = (degrees: number) => Math.round(degrees * 1e7) / 1e7

/** A step nearer each time, as far as the map goes. */
const handOn = (map: Sheet): MapHand => ({ goTo: (point) => void map.easeTo({ center: point, zoom: Math.min(map.getZoom() + 2, map.getMaxZoom()) }), zoom: () => map.getZoom() })

function drawingOn(map: Sheet): Drawing {
  let isGone = false
  map.once('remove', () => { isGone = true })
  return drawing(map, () => isGone)
}

const drawing = (map: Sheet, isGone: () => boolean): Drawing => ({
  drawFrom: (tiles) => {
    const source = map.getSource<VectorTileSource>('base')
    const wanted = mapStyle(tiles).sources.base as { tiles: string[] }
    if (source && source.tiles[0] !== wanted.tiles[0]) source.setTiles(wanted.tiles)
  },
  choose: (layer, path) => {
    if (path === undefined) return undefined
    const feature = { source: 'base', sourceLayer: layer, id: path }
    map.setFeatureState(feature, { isChosen: true })
    return () => void (isGone() || map.removeFeatureState(feature, 'isChosen'))
  },
  frame: (point, around, others = []) => {
    if (point && others.length > 0) return void map.fitBounds(boxAround([point, ...others]), { padding: { top: 60, bottom: 40, left: 60, right: 60 }, duration: 0, maxZoom: 16.3 })
    if (point) return void map.easeTo({ center: point, zoom: Math.max(map.getZoom(), 16.3), duration: 0 })
    return around && void map.fitBounds(around, { padding: 24, duration: 0, maxZoom: 17 })
  },
  dot: (dots) => putDots(map, dots),
  mark: (point, words, color = '#b3261e') => {
    if (!point) return undefined
    const marker = new Marker({ color }).setLngLat(point).addTo(map)
    if (words) marker.getElement().setAttribute('aria-label', words)
    return () => marker.remove()
  },
})
