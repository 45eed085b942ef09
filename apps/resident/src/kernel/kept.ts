import Taro from '@tarojs/taro'
import { createStore } from './store.ts'
import type { Store } from './store.ts'

const forgetters: (() => void)[] = []

/**
 * A store that outlives the app: written to the phone's own storage under `linli.<name>`.
 * What cannot be read (full or blocked storage, private browsing) counts as absent; the app goes on without it.
 */
export function createKept<T>(name: string, first: T): Store<T> {
  const key = `linli.${name}`
  const store = createStore(read(key, first))
  forgetters.push(() => {
    Taro.removeStorageSync(key)
    store.set(first)
  })
  return {
    ...store,
    set: (next) => {
      store.set(next)
      write(key, next)
    },
  }
}

/** Everything kept on this phone is gone, and every store is as it was at first. What other pages of this address keep stays. */
export const forgetAll = () => forgetters.forEach((forget) => forget())

function read<T>(key: string, first: T): T {
  try {
    const found: unknown = Taro.getStorageSync(key)
    return found === '' || found === undefined || found === null ? first : (found as T)
  } catch {
    return first
  }
}

function write(key: string, value: unknown) {
  try {
    Taro.setStorageSync(key, value)
  } catch {
    // Nothing is lost but the memory of it: the value still holds until the app is closed.
  }
}
