import { useSyncExternalStore } from 'react'

const everyHalfMinute = (listener: () => void) => {
  const timer = setInterval(listener, 30_000)
  return () => clearInterval(timer)
}

/** The present minute, so that waiting grows on a page that stays open. */
export const useMinute = (): number => useSyncExternalStore(everyHalfMinute, () => Math.floor(Date.now() / 60_000)) * 60_000
