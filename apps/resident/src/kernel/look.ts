import { phone } from '#phone'
import { createStore } from './store.ts'

export type Look = { paths: readonly string[], at: number }

/** The photos someone looks at in full size, where the phone has no viewer of its own. */
export const look = createStore<Look | null>(null)

/** Shows one of several photos in full size. */
export function lookAt(paths: readonly string[], at: number) {
  if (phone.showPhotos) phone.showPhotos(paths, at)
  else look.set({ paths, at })
}
