import { useState } from 'react'
import type { DragEvent, KeyboardEvent } from 'react'

/** Rows that are dragged by a handle to another place, or moved by the arrow keys while it is in focus. `move` is told from where and how far. */
export function useDrag(move: ((at: number, by: number) => void) | undefined) {
  const [from, setFrom] = useState<number>()
  const [over, setOver] = useState<number>()
  const stop = () => {
    setFrom(undefined)
    setOver(undefined)
  }
  return {
    isOver: (at: number) => over === at && from !== at,
    handle: (at: number) => ({
      draggable: true,
      onDragStart: (event: DragEvent) => {
        event.dataTransfer.effectAllowed = 'move'
        // Some browsers drag nothing that carries nothing.
        event.dataTransfer.setData('text/plain', String(at + 1))
        setFrom(at)
      },
      onDragEnd: stop,
      onKeyDown: (event: KeyboardEvent) => {
        const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0
        if (by === 0) return
        event.preventDefault()
        move?.(at, by)
      },
    }),
    target: (at: number) => from === undefined ? {} : {
      onDragOver: (event: DragEvent) => {
        event.preventDefault()
        setOver(at)
      },
      onDrop: (event: DragEvent) => {
        event.preventDefault()
        stop()
        if (from !== at) move?.(from, at - from)
      },
    },
  }
}
