import { useRef } from 'react'
import { callOnce, freshKey } from './call.ts'

/**
 * Sends the same thing at most once: sent again after a broken line it carries the same key, and the server answers from memory.
 * Anything changed is another thing. Say `done` after success, so that the same may be done on purpose later.
 */
export function useOnce() {
  const last = useRef({ text: '', key: '' })
  return {
    once: (input: unknown) => {
      const text = JSON.stringify(input)
      if (text !== last.current.text) last.current = { text, key: freshKey() }
      return callOnce(last.current.key)
    },
    done: () => {
      last.current = { text: '', key: '' }
    },
  }
}
