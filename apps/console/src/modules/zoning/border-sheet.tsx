import { Button } from 'antd'
import { MinusOutlined, PlusOutlined } from '@ant-design/icons'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { KeyboardEvent, PointerEvent } from 'react'
import { added, areasOf, cornersOf, held, moved, ownersOf, sidesOf } from './editing.ts'
import type { Borders, Draft, Position } from './editing.ts'
import { groundAt, viewAround, zoomed } from './ground.ts'
import type { Ground, View } from './ground.ts'
import { Backdrop, pathOf, tones } from './backdrop.tsx'
import styles from './border.module.css'

interface SheetProps {
  borders: Borders
  draft: Draft
  chosen: string | undefined
  choose: (path: string) => void
  node: number | undefined
  chooseNode: (node: number | undefined) => void
  /** A line that is being drawn to split the chosen area; undefined while corners are moved. */
  line: readonly Position[] | undefined
  drawLine: (line: readonly Position[]) => void
  change: (draft: Draft) => void
  remove: (node: number) => void
  /** Where something is wrong, to be looked at. */
  spot: Position | undefined
  leaving: ReadonlySet<string>
}

const shape = 0.62

/** The community from above: areas to choose, corners to move. A corner is an element of its own, so that the keyboard reaches it. */
export function BorderSheet(props: SheetProps) {
  const { borders, draft, chosen, spot } = props
  const box = useRef<SVGSVGElement>(null)
  const ground = useGround(borders)
  const home = () => viewAround(placesOf(borders, draft, ground), shape)
  const [view, setView] = useState<View>(home)
  const [seen, setSeen] = useState(spot)
  const [pixels, setPixels] = useState(900)
  useEffect(() => {
    const watcher = new ResizeObserver(([entry]) => entry && setPixels(Math.max(200, entry.contentRect.width)))
    if (box.current) watcher.observe(box.current)
    return () => watcher.disconnect()
  }, [])
  if (spot !== seen) {
    setSeen(spot)
    if (spot) setView({ ...view, x: ground.toPlane(spot)[0] - view.width / 2, y: ground.toPlane(spot)[1] - view.height / 2 })
  }
  const unit = view.width / pixels
  const at = (event: { clientX: number, clientY: number }): [number, number] => {
    const rect = box.current!.getBoundingClientRect()
    return [view.x + (event.clientX - rect.left) / rect.width * view.width, view.y + (event.clientY - rect.top) / rect.height * view.height]
  }
  useWheel(box, (event) => setView((now) => zoomed(now, event.deltaY > 0 ? 1.15 : 1 / 1.15, at(event))))
  const pan = usePan(view, setView, unit)
  const middle: [number, number] = [view.x + view.width / 2, view.y + view.height / 2]
  return (
    <div className={styles.sheet}>
      <svg ref={box} className={props.line ? `${styles.svg} ${styles.drawing}` : styles.svg} viewBox={`${view.x} ${view.y} ${view.width} ${view.height}`} role="group" aria-label={`${borders.parent.name}的边界图`} {...pan}
        onClick={(event) => { if (props.line && event.target instanceof SVGElement && !event.target.dataset.corner) props.drawLine([...props.line, ground.toDegrees(at(event))]) }}>
        <Backdrop borders={borders} ground={ground} unit={unit} leaving={props.leaving} />
        {areasOf(draft).map((area, index) => {
          const rings = area.polygons.map((polygon) => polygon.map((walk) => walk.map((corner) => draft.tiling.nodes[corner]!)))
          return <path key={area.path} d={pathOf(rings, ground)} className={area.path === chosen ? `${styles.area} ${styles.chosen}` : styles.area} style={{ fill: tones[index % tones.length] }} vectorEffect="non-scaling-stroke" onClick={() => props.line === undefined && props.choose(area.path)} />
        })}
        {draft.tiling.areas.map((area) => {
          const [x, y] = middleOf(area.polygons[0]![0]!.map((corner) => ground.toPlane(draft.tiling.nodes[corner]!)))
          return <text key={area.path} x={x} y={y} fontSize={13 * unit} className={styles.name}>{draft.names[area.path]}</text>
        })}
        {props.line && <polyline points={props.line.map((one) => ground.toPlane(one).join()).join(' ')} className={styles.line} vectorEffect="non-scaling-stroke" />}
        {props.line?.map((one) => <circle key={one.join()} cx={ground.toPlane(one)[0]} cy={ground.toPlane(one)[1]} r={4 * unit} className={styles.linePoint} />)}
        {spot && <circle cx={ground.toPlane(spot)[0]} cy={ground.toPlane(spot)[1]} r={16 * unit} className={styles.spot} vectorEffect="non-scaling-stroke" />}
        {chosen !== undefined && <Corners {...props} chosen={chosen} ground={ground} unit={unit} at={at} />}
      </svg>
      <div className={styles.zoom}>
        <Button aria-label="放大" icon={<PlusOutlined aria-hidden />} onClick={() => setView(zoomed(view, 0.7, middle))} />
        <Button aria-label="缩小" icon={<MinusOutlined aria-hidden />} onClick={() => setView(zoomed(view, 1.4, middle))} />
        <Button onClick={() => setView(home())}>全貌</Button>
      </div>
    </div>
  )
}

interface CornersProps extends SheetProps { chosen: string, ground: Ground, unit: number, at: (event: { clientX: number, clientY: number }) => [number, number] }

/** So far in metres an arrow key moves a corner; ten times as far with Shift. */
const step = 1
const arrows: Record<string, readonly [number, number]> = { ArrowLeft: [-step, 0], ArrowRight: [step, 0], ArrowUp: [0, -step], ArrowDown: [0, step] }

function Corners({ borders, draft, chosen, node, chooseNode, change, remove, line, drawLine, ground, unit, at }: CornersProps) {
  const [dragged, setDragged] = useState<{ draft: Draft, node: number }>()
  const shown = dragged?.draft ?? draft
  const place = (corner: number) => ground.toPlane(shown.tiling.nodes[corner]!)
  const drag = (corner: number, from: Draft = draft) => (event: PointerEvent<SVGElement>) => {
    if (line) return
    event.stopPropagation()
    event.currentTarget.setPointerCapture(event.pointerId)
    chooseNode(corner)
    setDragged({ draft: from, node: corner })
  }
  const go = (event: PointerEvent<SVGElement>) => {
    if (!dragged) return
    event.stopPropagation()
    const start = (dragged.draft === draft ? draft : dragged.draft).tiling.nodes[dragged.node]!
    setDragged({ draft: moved(dragged.draft, dragged.node, held(borders.parent.shape, start, ground.toDegrees(at(event)))), node: dragged.node })
  }
  const drop = () => {
    if (dragged && dragged.draft !== draft) change(dragged.draft)
    setDragged(undefined)
  }
  const key = (corner: number) => (event: KeyboardEvent<SVGElement>) => {
    const arrow = arrows[event.key]
    const from = draft.tiling.nodes[corner]!
    if (line && (event.key === 'Enter' || event.key === ' ')) drawLine([...line, from])
    else if (event.key === 'Delete' || event.key === 'Backspace') remove(corner)
    else if (arrow) {
      const [x, y] = ground.toPlane(from)
      const by = event.shiftKey ? 10 : 1
      change(moved(draft, corner, held(borders.parent.shape, from, ground.toDegrees([x + arrow[0] * by, y + arrow[1] * by]))))
    } else return
    event.preventDefault()
  }
  const corners = [...new Set(cornersOf(draft, chosen))]
  return (
    <g>
      {shown !== draft && shown.tiling.areas.map((area) => <path key={area.path} d={pathOf(area.polygons.map((polygon) => polygon.map((walk) => walk.map((corner) => shown.tiling.nodes[corner]!))), ground)} className={styles.moving} vectorEffect="non-scaling-stroke" />)}
      {!line && sidesOf(draft, chosen).filter(([a, b]) => !dragged && far(place(a), place(b)) > 18 * unit).map((side) => {
        const [[ax, ay], [bx, by]] = [place(side[0]), place(side[1])]
        const middle: [number, number] = [(ax + bx) / 2, (ay + by) / 2]
        const more = () => added(draft, side, ground.toDegrees(middle))
        return <circle key={side.join()} cx={middle[0]} cy={middle[1]} r={3.5 * unit} className={styles.between} aria-hidden onClick={() => { change(more()); chooseNode(draft.tiling.nodes.length) }} />
      })}
      {corners.map((corner, index) => {
        const [x, y] = place(corner)
        return (
          <circle key={corner} data-corner cx={x} cy={y} r={(corner === node ? 7 : 5) * unit} className={corner === node ? `${styles.corner} ${styles.picked}` : styles.corner} tabIndex={0} role="button" aria-pressed={corner === node}
            aria-label={`第 ${index + 1} 个角，${ownersOf(draft, corner).join('、')}`} onPointerDown={drag(corner)} onPointerMove={go} onPointerUp={drop} onPointerCancel={() => setDragged(undefined)} onFocus={() => chooseNode(corner)} onKeyDown={key(corner)}
            onClick={(event) => { event.stopPropagation(); if (line) drawLine([...line, draft.tiling.nodes[corner]!]) }} />
        )
      })}
    </g>
  )
}

const far = ([ax, ay]: readonly [number, number], [bx, by]: readonly [number, number]) => Math.hypot(ax - bx, ay - by)
const middleOf = (places: readonly (readonly [number, number])[]): [number, number] => [places.reduce((sum, [x]) => sum + x, 0) / places.length, places.reduce((sum, [, y]) => sum + y, 0) / places.length]

function placesOf({ parent, buildings }: Borders, { tiling }: Draft, ground: Ground): [number, number][] {
  const outline = parent.shape ? (parent.shape.type === 'Polygon' ? [parent.shape.coordinates] : parent.shape.coordinates).flatMap(([ring]) => ring ?? []) : []
  const drawn = [...outline, ...tiling.nodes]
  return (drawn.length > 0 ? drawn : buildings.flatMap(({ shape: one }) => (one?.type === 'Polygon' ? one.coordinates[0]! : []))).map((one) => ground.toPlane(one as Position))
}

function useGround(borders: Borders): Ground {
  return useMemo(() => {
    const first = borders.parent.shape ?? borders.areas.find(({ shape: one }) => one)?.shape ?? borders.buildings.find(({ shape: one }) => one)?.shape
    return groundAt((first?.type === 'Polygon' ? first.coordinates[0]?.[0] : first?.coordinates[0]?.[0]?.[0]) ?? [120, 30])
  }, [borders])
}

/** React listens to wheels passively: a page would scroll along. */
function useWheel(box: React.RefObject<SVGSVGElement | null>, act: (event: WheelEvent) => void) {
  const latest = useRef(act)
  useEffect(() => { latest.current = act })
  useEffect(() => {
    const element = box.current
    const listen = (event: WheelEvent) => {
      event.preventDefault()
      latest.current(event)
    }
    element?.addEventListener('wheel', listen, { passive: false })
    return () => element?.removeEventListener('wheel', listen)
  }, [box])
}

function usePan(view: View, setView: (view: View) => void, unit: number) {
  const from = useRef<{ x: number, y: number, view: View }>(undefined)
  return {
    onPointerDown: (event: PointerEvent<SVGSVGElement>) => { from.current = { x: event.clientX, y: event.clientY, view } },
    onPointerMove: (event: PointerEvent<SVGSVGElement>) => {
      if (!from.current || event.buttons === 0) return
      setView({ ...from.current.view, x: from.current.view.x - (event.clientX - from.current.x) * unit, y: from.current.view.y - (event.clientY - from.current.y) * unit })
    },
    onPointerUp: () => { from.current = undefined },
    onPointerLeave: () => { from.current = undefined },
  }
}
