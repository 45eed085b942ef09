import { useSyncExternalStore } from 'react'

function createMediaHook(condition: string): () => boolean {
  const query = typeof window === 'undefined' || !window.matchMedia ? undefined : window.matchMedia(condition)
  const listen = (listener: () => void) => {
    query?.addEventListener('change', listener)
    return () => query?.removeEventListener('change', listener)
  }
  return () => useSyncExternalStore(listen, () => query?.matches ?? false)
}

/** Is this a phone's width? The same border as in the style sheets. */
export const useNarrow = createMediaHook('(max-width: 767px)')

/** Does this person want nothing to move? Many office computers have it switched off for speed. */
export const useStill = createMediaHook('(prefers-reduced-motion: reduce)')
