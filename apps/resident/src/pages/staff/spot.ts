import { useEffect } from 'react'
import { here } from '../../kernel/place.ts'
import { createStore, useStore } from '../../kernel/store.ts'
import type { Place } from '../../phone/phone.ts'

/** Where this phone was last; null before it is known. */
export const spot = createStore<{ place: Place | null, at: number, isLooking: boolean, words: string | null }>({ place: null, at: 0, isLooking: false, words: null })

const fresh = 60_000

let looking: Promise<Place | null> | null = null

/** Looks where the phone is, once at a time; null where it cannot be told: `words` say why, and where it was before is not where it is. */
export function lookAround(): Promise<Place | null> {
  looking ??= look().finally(() => { looking = null })
  return looking
}

async function look(): Promise<Place | null> {
  spot.set({ ...spot.get(), isLooking: true })
  try {
    const place = await here()
    spot.set({ place, at: Date.now(), isLooking: false, words: null })
    return place
  } catch (reason) {
    spot.set({ ...spot.get(), at: 0, isLooking: false, words: (reason as Error).message })
    return null
  }
}

/** The place of a moment ago, or of now. */
export const nearNow = (): Promise<Place | null> => Date.now() - spot.get().at < fresh ? Promise.resolve(spot.get().place) : lookAround()

/** Knows the place while a page needs it. */
export function useSpot() {
  useEffect(() => { void nearNow() }, [])
  return useStore(spot)
}
