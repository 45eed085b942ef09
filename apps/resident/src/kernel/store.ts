import { useSyncExternalStore } from 'react'

/** One value that several screens look at. */
export type Store<T> = {
  get: () => T
  set: (next: T) => void
  subscribe: (listen: () => void) => () => void
}

/** A store to look at. */
export type Seen<T> = Pick<Store<T>, 'get' | 'subscribe'>

export function createStore<T>(first: T): Store<T> {
  let value = first
  const listeners = new Set<() => void>()
  return {
    get: () => value,
    set: (next) => {
      value = next
      listeners.forEach((listen) => listen())
    },
    subscribe: (listen) => {
      listeners.add(listen)
      return () => listeners.delete(listen)
    },
  }
}

export const useStore = <T>(store: Seen<T>): T => useSyncExternalStore(store.subscribe, store.get, store.get)
