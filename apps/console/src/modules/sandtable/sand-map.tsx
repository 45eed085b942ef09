import { setWorkerUrl } from 'maplibre-gl'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url'
import 'maplibre-gl/dist/maplibre-gl.css'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { baseSource } from '../../parts/map/map-style.ts'
import { boxOn } from '../../parts/map/dots.ts'
import type { Box, LngLat } from '../../parts/map/shape.ts'
import type { Tianditu } from '../../parts/map/tianditu.ts'
import { useStill } from '../../parts/use-media.ts'
import { hear } from './hear.ts'
import type { Camera, Ring } from './ring.ts'
import { cameraOf, openScene, sceneOn } from './scene.ts'
import type { CarePoint, Dot, MapPin, PlaceName, Scene, Told } from './scene.ts'
import styles from './sandtable.module.css'
import type { Layer } from './view.ts'

// Without it the map stays blank and says nothing.
setWorkerUrl(workerUrl)

export interface SandMapProps {
  tiles: string
  /** Pictures that may lie under the town. */
  tianditu?: Tianditu | null
  centre: LngLat
  box: Box | undefined
  camera: Camera | undefined
  chosen: string | undefined
  colours: ReadonlyMap<string, string>
  blockWords: ReadonlyMap<string, string>
  places: readonly PlaceName[]
  dots: readonly Dot[]
  care: readonly CarePoint[]
  ring: Ring | undefined
  layers: readonly Layer[]
  pins: readonly MapPin[]
  pulses: readonly { id: string, title: string, point: LngLat }[]
  /** On a dark wall that many times wider than a desk's screen. */
  wall?: number
  isDrawing: boolean
  drawn: (ring: Ring) => void
  told: Told
  ready: (scene: Scene | undefined) => void
}

const layerIds: Record<Layer, string[]> = { event: ['event-dot', 'event-words'], heat: ['heat'], care: ['care-dot', 'care-words'], presence: [] }

/** The town in three dimensions: a picture for who sees it; everything in it stands in the list as well. */
export default function SandMap(props: SandMapProps) {
  const container = useRef<HTMLDivElement>(null)
  const scene = useScene(container, props)
  const { tiles, chosen, colours, blockWords, places, dots, care, ring, layers, pins, pulses, isDrawing, drawn } = props
  const finish = useEffectEvent(drawn)
  const press = useEffectEvent((id: string) => props.told.event(id))
  const pick = useEffectEvent((id: string) => props.told.pin(id))
  useEffect(() => scene?.drawFrom(baseSource(tiles).tiles!), [scene, tiles])
  useEffect(() => scene?.paint(colours, blockWords), [scene, colours, blockWords])
  useEffect(() => scene?.choose(chosen), [scene, chosen])
  useEffect(() => scene?.name(places), [scene, places])
  useEffect(() => scene?.events(dots), [scene, dots])
  useEffect(() => scene?.care(care), [scene, care])
  useEffect(() => { if (!isDrawing) scene?.ring(ring) }, [scene, ring, isDrawing])
  useEffect(() => { for (const [layer, ids] of Object.entries(layerIds)) for (const id of ids) scene?.show(id, layers.includes(layer as Layer)) }, [scene, layers])
  useEffect(() => {
    if (!scene) return undefined
    const drops = pins.map((pin) => scene.pin(pin.point, signOf(pin, () => pick(pin.id)), pin.look === 'seat' ? 30 : 0))
    return () => { for (const drop of drops) drop() }
  }, [scene, pins])
  useEffect(() => {
    if (!scene) return undefined
    const drops = pulses.map((pulse) => scene.pin(pulse.point, beat(pulse.title, () => press(pulse.id))))
    return () => { for (const drop of drops) drop() }
  }, [scene, pulses])
  useEffect(() => (isDrawing ? scene?.draw((line) => finish(line)) : undefined), [scene, isDrawing])
  return <section className={styles.canvas} ref={container} data-map aria-busy={scene === undefined} aria-label="数字沙盘，同样的内容在“列表”里可以逐条看" />
}

/** A new report: a ring that grows, with a button in its middle. */
const beat = (title: string, act: () => void): HTMLElement => pressed(`新上报：${title}`, styles.pulse!, act)

/** Somebody in the field, or where a unit sits. */
function signOf({ look, sign, words, isPale }: MapPin, act: () => void): HTMLElement {
  const button = pressed(words, [styles.pin, styles[look], isPale && styles.pale].filter(Boolean).join(' '), act)
  button.textContent = sign
  return button
}

function pressed(words: string, className: string, act: () => void): HTMLElement {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = className
  button.title = words
  button.setAttribute('aria-label', words)
  button.addEventListener('click', (event) => {
    event.stopPropagation()
    act()
  })
  return button
}

const isTouched = () => window.matchMedia('(pointer: coarse)').matches

function useScene(container: React.RefObject<HTMLDivElement | null>, props: SandMapProps): Scene | undefined {
  const [scene, setScene] = useState<Scene>()
  const isStill = useStill()
  // What the map tells goes to the page as it is by then.
  const latest = useRef(props)
  useEffect(() => { latest.current = props })
  const start = useEffectEvent(() => {
    const { tiles, tianditu = null, centre, camera, box, wall } = props
    const map = openScene(container.current!, { tiles, tianditu, centre, camera, box, isStill, isTouched: isTouched(), wall })
    hear(map, () => latest.current.told, () => latest.current.isDrawing)
    map.on('load', () => {
      const made = sceneOn(map, isStill)
      setScene(made)
      latest.current.ready(made)
      latest.current.told.rest({ camera: cameraOf(map), box: boxOn(map) })
    })
    return map
  })
  useEffect(() => {
    const map = start()
    return () => {
      setScene(undefined)
      latest.current.ready(undefined)
      map.remove()
    }
  }, [])
  return scene
}
