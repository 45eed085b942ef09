import { createStore } from './store.ts'

export type Toast = { id: number, words: string, kind: 'done' | 'wrong' }

export const toast = createStore<Toast | null>(null)

let last = 0

/** Says briefly that something went well. */
export const tell = (words: string) => show({ words, kind: 'done' })

/** Says what went wrong, and stays longer: it has to be read. */
export const warn = (words: string) => show({ words, kind: 'wrong' })

/** What went wrong before is no longer true once it is tried again. */
export function forgetWarning() {
  if (toast.get()?.kind === 'wrong') toast.set(null)
}

function show(said: Omit<Toast, 'id'>) {
  last += 1
  const mine = { id: last, ...said }
  toast.set(mine)
  const readingTime = (said.kind === 'wrong' ? 4000 : 2000) + said.words.length * 120
  setTimeout(() => { if (toast.get() === mine) toast.set(null) }, readingTime)
}
