import { Map as Sheet, Marker, NavigationControl, ScaleControl, setWorkerUrl } from 'maplibre-gl'
import type { GeoJSONSource } from 'maplibre-gl'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url'
import 'maplibre-gl/dist/maplibre-gl.css'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { boxOn, putDots } from './dots.ts'
import type { Dot, MapHand } from './dots.ts'
import { mapStyle } from './map-style.ts'
import styles from './map-view.module.css'
import { boxAround, boxOf, outlines, planned } from './shape.ts'
import type { Box, Collection, LngLat, Outline, PlanFeature } from './shape.ts'
import { mapWords } from './words.ts'

// Without it the map stays blank and says nothing.
setWorkerUrl(workerUrl)

export interface MapViewProps {
  label: string
  centre: LngLat
  plan: readonly PlanFeature[]
  areas: readonly Outline[]
  buildings: readonly Outline[]
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
  const { plan, areas, buildings, chosenArea, chosenBuilding, point, pointWords, dots, others } = props
  useEffect(() => sheet.show('plan', planned(plan)), [sheet, plan])
  useEffect(() => sheet.show('area', outlines(areas, chosenArea)), [sheet, areas, chosenArea])
  useEffect(() => sheet.show('building', outlines(buildings, chosenBuilding)), [sheet, buildings, chosenBuilding])
  useEffect(() => sheet.frame(point, areas, { chosen: chosenArea, others }), [sheet, point, areas, chosenArea, others])
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
  style: mapStyle(), zoom: 13, minZoom: 9, maxZoom: 19, locale: mapWords, attributionControl: false as const, dragRotate: false, pitchWithRotate: false,
  localIdeographFontFamily: '"Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", sans-serif',
}

interface Drawing {
  show: (name: string, data: Collection) => void
  frame: (point: LngLat | null | undefined, areas: readonly Outline[], about: { chosen?: string, others?: readonly LngLat[] }) => void
  mark: (point: LngLat | null | undefined, words?: string, color?: string) => (() => void) | undefined
  dot: (dots: readonly Dot[]) => (() => void) | undefined
}

const idle: Drawing = { show: () => undefined, frame: () => undefined, mark: () => undefined, dot: () => undefined }

function useSheet(box: React.RefObject<HTMLDivElement | null>, { centre, onPick, onRest }: MapViewProps): Drawing {
  const [drawing, setDrawing] = useState<Drawing>(idle)
  const pick = useEffectEvent((point: LngLat) => onPick?.(point))
  const rest = useEffectEvent((map: Sheet) => onRest?.(boxOn(map), handOn(map)))
  const start = useEffectEvent(() => new Sheet({ container: box.current!, center: centre, cooperativeGestures: isTouched(), ...settings }))
  useEffect(() => {
    const map = start()
    map.touchZoomRotate.disableRotation()
    map.addControl(new NavigationControl({ showCompass: false }), 'top-right')
    map.addControl(new ScaleControl({ maxWidth: 90 }), 'bottom-left')
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

const drawingOn = (map: Sheet): Drawing => ({
  show: (name, data) => void (map.getSource(name) as GeoJSONSource | undefined)?.setData(data),
  frame: (point, areas, { chosen, others = [] }) => {
    if (point && others.length > 0) return void map.fitBounds(boxAround([point, ...others]), { padding: { top: 60, bottom: 40, left: 60, right: 60 }, duration: 0, maxZoom: 16.3 })
    if (point) return void map.easeTo({ center: point, zoom: Math.max(map.getZoom(), 16.3), duration: 0 })
    const around = boxOf(areas.filter((area) => area.path === chosen)) ?? boxOf(areas)
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
