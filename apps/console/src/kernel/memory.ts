import { createStore } from './store.ts'
import type { Store } from './store.ts'

/** A choice that this browser remembers: columns, the folded menu. What cannot be stored is simply not remembered. */
export function createMemory<T>(key: string, first: T): Store<T> {
  const store = createStore(recall(key, first))
  return {
    ...store,
    set: (value) => {
      store.set(value)
      try {
        localStorage.setItem(`linli.${key}`, JSON.stringify(value))
      } catch {
        // A full or forbidden storage only costs the memory.
      }
    },
  }
}

function recall<T>(key: string, first: T): T {
  try {
    const text = localStorage.getItem(`linli.${key}`)
    return text === null ? first : JSON.parse(text) as T
  } catch {
    return first
  }
}
