import { useSyncExternalStore } from 'react'

const query = typeof window === 'undefined' || !window.matchMedia ? undefined : window.matchMedia('(max-width: 767px)')

/** Is this a phone's width? The same border as in the style sheets. */
export const useNarrow = (): boolean => useSyncExternalStore(
  (listener) => {
    query?.addEventListener('change', listener)
    return () => query?.removeEventListener('change', listener)
  },
  () => query?.matches ?? false,
)
