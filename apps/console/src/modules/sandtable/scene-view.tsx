import { isAreaPath, levelOf } from '@linli/standards/area-path'
import { Suspense, lazy, useMemo, useRef, useState } from 'react'
import { longFresh, useAsk } from '../../kernel/ask.ts'
import { china, cornersOf } from '../../parts/map/shape.ts'
import { Answer, Waiting } from '../../parts/states.tsx'
import { areaOn } from '../organisation/area.ts'
import { pinsOf } from '../presence/pins.ts'
import { PresenceCard } from '../presence/presence-card.tsx'
import { usePresence } from '../presence/use-presence.ts'
import { EventCard } from './event-card.tsx'
import { Legend } from './legend.tsx'
import { PlacePanel } from './place-panel.tsx'
import { cameraText, readCamera, ringAround } from './ring.ts'
import type { Ring } from './ring.ts'
import styles from './sandtable.module.css'
import { SelectionPanel } from './selection-panel.tsx'
import type { Scene, Told, View } from './scene.ts'
import { TimeBar } from './time-bar.tsx'
import { DrawHint, Tools } from './tools.tsx'
import { Tour } from './tour.tsx'
import { useFlights } from './use-flights.ts'
import { useCare, useDots, usePulses } from './use-layers.ts'
import { usePlaceNames } from './use-place-names.ts'
import { useBuildings } from './use-town.ts'
import type { Town } from './use-town.ts'
import { shownIn } from './view.ts'
import type { SandView } from './view.ts'

// Fetched while it is asked what to draw.
const fetched = import('./sand-map.tsx')
const SandMap = lazy(() => fetched)

export interface ViewProps { town: Town, filter: SandView, change: (change: SandView) => void, open: (area: string) => void }

/** The drawn town with what lies upon it, and beside it what is known of where one is. */
export function SceneView({ town, filter, change, open }: ViewProps) {
  const { area, office, drawn, question } = town
  const base = useAsk('atlas', 'base', { area: drawn }, { freshMs: longFresh })
  // Where one begins is drawn first; later ways are flown.
  const [first] = useState(area)
  const begun = useAsk('atlas', 'base', { area: first }, { freshMs: longFresh })
  const [scene, setScene] = useState<Scene>()
  const [view, setView] = useState<View>()
  const [only, setOnly] = useState<string>()
  const [event, setEvent] = useState<string>()
  const [over, setOver] = useState<{ x: number, y: number, path: string, name: string }>()
  const layers = useMemo(() => shownIn(filter), [filter])
  // What is drawn comes first, then its colours.
  const painted = useBuildings(town, { isWanted: scene !== undefined, only })
  const places = usePlaceNames(town, scene !== undefined)
  const events = useDots(town, { view, isOpen: filter.isOpen === true, isWanted: layers.includes('event') || layers.includes('heat') })
  const care = useCare(town, layers.includes('care'))
  const presence = usePresence(office ?? drawn, layers.includes('presence'))
  const pins = useMemo(() => pinsOf(presence), [presence])
  const [pin, setPin] = useState<string>()
  const pulses = usePulses(drawn)
  useFlights(scene, area, base.data?.area)
  const [isDrawing, setDrawing] = useState(false)
  const frame = useRef<HTMLDivElement>(null)
  const [isTouring, setTouring] = useState(false)
  // Where a browser refuses the whole screen, the whole window does.
  const begin = () => {
    setTouring(true)
    void frame.current?.requestFullscreen?.().catch(() => undefined)
  }
  const end = () => {
    setTouring(false)
    if (document.fullscreenElement) void document.exitFullscreen()
  }
  const draw = (ring: Ring) => {
    setDrawing(false)
    change({ ring })
  }
  const told: Told = {
    rest: (next) => {
      setView(next)
      change({ at: cameraText(next.camera) })
    },
    building: open, care: open, pin: setPin, event: setEvent, over: setOver,
    ground: (paths) => open(nextDown(area, paths)),
    heap: (point) => change({ ring: ringAround(point) }),
  }
  return (
    <div className={styles.stage}>
      <div ref={frame} className={isTouring ? `${styles.drawn} ${styles.touring}` : styles.drawn}>
        <div className={styles.map}>
          <Answer query={base}>
            {({ tiles, tianditu, centre, box: whole }) => !begun.isPending && (
              <Suspense fallback={<Waiting />}>
                <SandMap tiles={tiles} tianditu={tianditu} centre={centre ?? china} box={cornersIn(begun.data?.box ?? whole)} camera={readCamera(filter.at)} chosen={area === drawn || area === office ? undefined : area} colours={painted.colours} blockWords={painted.words}
                  places={places} dots={events.rows} care={care} ring={filter.ring} layers={layers} pins={pins} pulses={pulses} isDrawing={isDrawing} drawn={draw} told={told} ready={setScene} />
              </Suspense>
            )}
          </Answer>
          {!isTouring && <Tools town={town} filter={filter} change={change} open={open} scene={scene} events={events} painted={painted} isDrawing={isDrawing} draw={setDrawing} tour={begin} />}
          {isDrawing && <DrawHint end={() => setDrawing(false)} />}
          {isTouring && scene && <Tour town={town} scene={scene} end={end} />}
          <Legend question={question} isAbove={office === undefined} on={town.on} painted={painted} only={only} choose={setOnly} />
          {over && <p className={styles.over} style={{ left: over.x, top: over.y }} aria-hidden>{over.name}<br />{question.title} {painted.words.get(over.path) ?? (town.on === undefined ? '没有数据' : '这一天没有数')}</p>}
          {pin && <PresenceCard id={pin} presence={presence} close={() => setPin(undefined)} />}
          {event && <EventCard id={event} close={() => setEvent(undefined)} />}
        </div>
        {!isTouring && <TimeBar town={town} isOpen={filter.isOpen === true} change={change} />}
        <p className="hidden" role="status">{pulses.length > 0 ? `新上报 ${pulses.length} 件，最新：${pulses[0]!.title}` : ''}</p>
      </div>
      <aside className={styles.side} aria-label="所在位置的情况">{filter.ring ? <SelectionPanel ring={filter.ring} town={town} isOpen={filter.isOpen === true} close={() => change({ ring: undefined })} open={open} /> : <PlacePanel town={town} open={open} />}</aside>
    </div>
  )
}

/** Where an address names no place there is, the whole is shown. */
const cornersIn = (box: [number, number, number, number] | null) => box ? cornersOf(box) : undefined

/** Pressing the ground goes one step further down than one is, as far as there is a step; beside where one is, to the same step there. */
function nextDown(area: string, paths: readonly string[]): string {
  const [community, grid] = [paths.find((path) => isAreaPath(path) && levelOf(path) === 'community'), paths.find((path) => isAreaPath(path) && levelOf(path) === 'grid')]
  const here = areaOn(area, 'community')
  return (here !== undefined && here === community ? grid : community) ?? area
}
