import { useRef } from 'react'
import type { PointerEvent } from 'react'
import { numberWidth, rowHeight } from './column.ts'
import type { GridColumn, Lefts } from './column.ts'
import type { Spot } from './sheet.ts'

/** Which cell lies under the pointer; frozen columns lie above those that have been scrolled. */
export function spotAt(scroller: HTMLElement, event: { clientX: number, clientY: number }, { at, total }: Lefts, columns: readonly GridColumn[]): Spot & { isNumber: boolean } {
  const cell = (event as unknown as { target: Element }).target.closest<HTMLElement>('[data-spot]')
  const box = scroller.getBoundingClientRect()
  const [x, y] = [event.clientX - box.left + scroller.scrollLeft - numberWidth, event.clientY - box.top + scroller.scrollTop - rowHeight]
  const row = Math.max(0, Math.floor(y / rowHeight))
  if (cell) return { row, column: Math.max(0, Number(cell.dataset.spot)), isNumber: cell.dataset.spot === '-1' }
  const column = at.findIndex((left, place) => x < left + columns[place]!.width)
  return { row, column: x > total || column < 0 ? columns.length - 1 : column, isNumber: false }
}

interface DragAsked { rowAt: (event: PointerEvent) => Spot & { isNumber: boolean }, pick: (spot: Spot, isFar: boolean) => void, draw: (until: number | undefined) => void, drawn: (until: number) => void }

/** Drawing over cells chooses them; drawing the handle fills down. The number of a row chooses all of it. */
export function useDrag({ rowAt, pick, draw, drawn }: DragAsked) {
  const held = useRef<'cells' | 'handle'>(undefined)
  const until = useRef<number>(undefined)
  return {
    onPointerDown(event: PointerEvent<HTMLElement>) {
      const isHandle = (event.target as Element).closest('[data-handle]') !== null
      if (event.button !== 0 || !isHandle && (event.target as Element).closest('[data-spot]') === null) return
      held.current = isHandle ? 'handle' : 'cells'
      if (isHandle) return event.preventDefault()
      const { isNumber, ...spot } = rowAt(event)
      event.preventDefault()
      pick(isNumber ? { row: spot.row, column: 0 } : spot, event.shiftKey)
      if (isNumber) pick({ row: spot.row, column: Number.MAX_SAFE_INTEGER }, true)
    },
    onPointerMove(event: PointerEvent<HTMLElement>) {
      if (!held.current || event.buttons !== 1) return
      const { isNumber, ...spot } = rowAt(event)
      if (held.current === 'cells') return pick(isNumber ? { row: spot.row, column: Number.MAX_SAFE_INTEGER } : spot, true)
      until.current = spot.row
      draw(spot.row)
    },
    onPointerUp() {
      if (held.current === 'handle' && until.current !== undefined) drawn(until.current)
      held.current = undefined
      until.current = undefined
      draw(undefined)
    },
  }
}
