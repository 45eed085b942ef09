import { useEffect } from 'react'

let opened: string | undefined

/** Remembers which event was looked at, for the list one comes back to. */
export function useOpened(id: string): void {
  useEffect(() => {
    opened = id
  }, [id])
}

/** Back in the list, the focus is where it was: on the row that was opened last. */
export function useReturnFocus(isReady: boolean): void {
  useEffect(() => {
    if (!isReady || !opened) return
    document.querySelector<HTMLElement>(`[data-row-link][href="/event/${opened}"]`)?.focus({ preventScroll: true })
    opened = undefined
  }, [isReady])
}
