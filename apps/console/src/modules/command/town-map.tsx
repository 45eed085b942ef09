import { Suspense, lazy, useMemo, useState } from 'react'
import { useNavigate } from 'react-router'
import { longFresh, useAsk } from '../../kernel/ask.ts'
import { china, cornersOf } from '../../parts/map/shape.ts'
import { Answer, Waiting } from '../../parts/states.tsx'
import { writeFilter } from '../../parts/address/filter.ts'
import { pinsOf } from '../presence/pins.ts'
import { PresenceCard } from '../presence/presence-card.tsx'
import type { Presence } from '../presence/use-presence.ts'
import type { Scene, Told, View } from '../sandtable/scene.ts'
import { EventCard } from '../sandtable/event-card.tsx'
import { useDots, usePulses } from '../sandtable/use-layers.ts'
import { usePlaceNames } from '../sandtable/use-place-names.ts'
import { useTown } from '../sandtable/use-town.ts'
import { viewFields } from '../sandtable/view.ts'
import styles from './command.module.css'

const SandMap = lazy(() => import('../sandtable/sand-map.tsx'))
const canDraw = () => document.createElement('canvas').getContext('webgl2') !== null
const layers = ['event'] as const

/** The sand table in the middle: what is open and what comes; pressing the ground opens the sand table there. */
export function TownMap({ presence, wall }: { presence: Presence, wall: number }) {
  const [isAble] = useState(canDraw)
  return <section className={`${styles.box} ${styles.map}`} aria-label="数字沙盘">{isAble ? <Drawn presence={presence} wall={wall} /> : <p className={styles.none}>此浏览器不能显示三维地图（没有 WebGL）。</p>}</section>
}

function Drawn({ presence, wall }: { presence: Presence, wall: number }) {
  const town = useTown({})
  const go = useNavigate()
  const base = useAsk('atlas', 'base', { area: town.drawn }, { freshMs: longFresh })
  const [scene, setScene] = useState<Scene>()
  const [view, setView] = useState<View>()
  const [event, setEvent] = useState<string>()
  const places = usePlaceNames(town, scene !== undefined)
  const events = useDots(town, { view, isOpen: true, isWanted: true })
  const pulses = usePulses(town.drawn)
  const pins = useMemo(() => pinsOf(presence), [presence])
  const [pin, setPin] = useState<string>()
  const told = useMemo((): Told => {
    const open = (area: string) => void go(`/sandtable?${writeFilter(viewFields, new URLSearchParams(), { area }).toString()}`)
    return { rest: setView, building: open, care: open, pin: setPin, event: setEvent, over: () => undefined, ground: (paths) => open(paths[paths.length - 1] ?? town.area), heap: () => undefined }
  }, [go, town.area])
  return (
    <>
      <Answer query={base}>{({ tiles, centre, box }) => (
        <Suspense fallback={<Waiting />}>
          <SandMap tiles={tiles} centre={centre ?? china} box={box ? cornersOf(box) : undefined} camera={undefined} chosen={undefined} colours={plain} blockWords={plain} places={places} dots={events.rows} care={none} ring={undefined} layers={layers} pins={pins} wall={wall} pulses={pulses} isDrawing={false} drawn={nothing} told={told} ready={setScene} />
        </Suspense>
      )}</Answer>
      <p className={styles.field}>{presence.workers.length > 0 ? `现场 ${presence.workers.length} 人共享位置` : '现场没有人共享位置'}{town.question.title !== '' && ` · 社区名下为${town.question.title}`}</p>
      {pin && <PresenceCard id={pin} presence={presence} close={() => setPin(undefined)} />}
      {event && <EventCard id={event} close={() => setEvent(undefined)} />}
      <p className="hidden" role="status">{pulses.length > 0 ? `新上报 ${pulses.length} 件，最新：${pulses[0]!.title}` : ''}</p>
    </>
  )
}

const none: never[] = []
/** Buildings are coloured on the sand table, where there is a legend. */
const plain: ReadonlyMap<string, string> = new Map()
const nothing = () => undefined
