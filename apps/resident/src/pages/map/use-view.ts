import { useMemo, useRef, useState } from 'react'
import type { KeyboardEvent, PointerEvent, WheelEvent } from 'react'
import type { Point } from '../../phone/phone.ts'
import { extentOf, moved, unionOf, viewOf, zoomed } from './ground.ts'
import type { Spot, View } from './ground.ts'
import type { Town } from './use-town.ts'

/** A finger that stays within this many px has tapped. */
const tremor = 8
/** px that an arrow key moves. */
const stride = 60

/** px that the map does not have, about. */
const barsAndButtons = 200
/** px a metre around a known place: a few streets. */
export const near = 1.2

/** What the map shows, and how fingers, wheel and keys change it. A tap brings what was tapped to the middle. */
export function useView(town: Town, around: Point | null) {
  const first = useMemo(() => firstView(town, around), [town, around])
  const [turned, setTurned] = useState({ from: first, view: first })
  const view = turned.from === first ? turned.view : first
  const setView = (act: (view: View) => View) => setTurned((before) => ({ from: first, view: act(before.from === first ? before.view : first) }))
  const fingers = useRef(new Map<number, Spot>())
  const travelled = useRef(0)
  const spotOn = (event: { currentTarget: Element, clientX: number, clientY: number }): Spot => {
    const { left, top, width, height } = event.currentTarget.getBoundingClientRect()
    return [event.clientX - left - width / 2, event.clientY - top - height / 2]
  }
  const down = (event: PointerEvent) => {
    event.currentTarget.setPointerCapture(event.pointerId)
    if (fingers.current.size === 0) travelled.current = 0
    fingers.current.set(event.pointerId, spotOn(event))
  }
  const move = (event: PointerEvent) => {
    const from = fingers.current.get(event.pointerId)
    if (!from) return
    const to = spotOn(event)
    const other = [...fingers.current].find(([id]) => id !== event.pointerId)?.[1]
    fingers.current.set(event.pointerId, to)
    travelled.current += distance(from, to)
    setView((before) => other ? pinched(before, from, to, other) : moved(before, to[0] - from[0], to[1] - from[1]))
  }
  const up = (event: PointerEvent) => {
    const isTap = fingers.current.size === 1 && travelled.current < tremor && event.type === 'pointerup'
    fingers.current.delete(event.pointerId)
    if (!isTap) return
    const [across, below] = spotOn(event)
    setView((before) => moved(before, -across, -below))
  }
  const wheel = (event: WheelEvent) => {
    const at = spotOn(event)
    setView((before) => zoomed(before, event.deltaY > 0 ? 1 / 1.2 : 1.2, at))
  }
  const press = (event: KeyboardEvent) => {
    const change = keys[event.key]
    if (!change) return
    event.preventDefault()
    setView(change)
  }
  return { view, setView, hands: { onPointerDown: down, onPointerMove: move, onPointerUp: up, onPointerCancel: up, onWheel: wheel, onKeyDown: press } }
}

/** The place that is known already, or all there is. */
function firstView({ sheet, communities }: Town, around: Point | null): View {
  if (!around && communities.length > 0) return viewOf(unionOf(communities.map(({ shape }) => extentOf(shape, sheet))), [window.innerWidth, window.innerHeight - barsAndButtons])
  const [x, y] = around ? sheet.spotOf([around.lng, around.lat]) : [0, 0]
  return { x, y, scale: near }
}

const keys: Record<string, (view: View) => View> = {
  ArrowLeft: (view) => moved(view, stride, 0),
  ArrowRight: (view) => moved(view, -stride, 0),
  ArrowUp: (view) => moved(view, 0, stride),
  ArrowDown: (view) => moved(view, 0, -stride),
  '+': (view) => zoomed(view, 1.5),
  '=': (view) => zoomed(view, 1.5),
  '-': (view) => zoomed(view, 1 / 1.5),
}

const distance = ([a, b]: Spot, [c, d]: Spot) => Math.hypot(c - a, d - b)

/** Two fingers: the map grows as they part, around the one that rests, and follows half of what the other does. */
function pinched(view: View, from: Spot, to: Spot, other: Spot): View {
  const factor = distance(to, other) / Math.max(1, distance(from, other))
  return zoomed(view, factor, other)
}
