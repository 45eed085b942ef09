import { useSyncExternalStore } from 'react'

const resized = (listener: () => void) => {
  window.addEventListener('resize', listener)
  return () => window.removeEventListener('resize', listener)
}

/** How many times wider than 1920 the wall is: what is not laid out in letters grows with it. */
export const useWall = (): number => useSyncExternalStore(resized, () => Math.max(1, window.innerWidth / 1920))
