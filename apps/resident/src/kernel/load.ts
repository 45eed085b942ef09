import { useDidShow } from '@tarojs/taro'
import { useCallback, useEffect, useRef, useState } from 'react'
import { wordsOf } from './problem.ts'
import { warn } from './toast.ts'

/** Something asked from the server: not here yet, here, or refused with words to show. */
export type Load<T> = { state: 'loading' } | { state: 'ready', data: T } | { state: 'failed', words: string }

/**
 * Asks when the screen opens, and again when it comes back into view. What was there stays while it asks again, and where that
 * fails; an answer that was overtaken by a later question, or by what was `put`, is dropped.
 */
export function useLoad<T>(ask: () => Promise<T>): { load: Load<T>, again: () => void, put: (data: T) => void } {
  const [load, setLoad] = useState<Load<T>>({ state: 'loading' })
  const stands = useRef(load)
  const latest = useRef(0)
  const isWaiting = useRef(false)
  const wasShown = useRef(false)
  const question = useRef(ask)
  useEffect(() => { question.current = ask })
  const show = useCallback((next: Load<T>) => {
    latest.current += 1
    isWaiting.current = false
    stands.current = next
    setLoad(next)
  }, [])
  const again = useCallback(() => {
    if (stands.current.state === 'failed') show({ state: 'loading' })
    latest.current += 1
    isWaiting.current = true
    const mine = latest.current
    const give = (next: Load<T>) => { if (mine === latest.current) show(next) }
    question.current().then((data) => give({ state: 'ready', data }), (reason: unknown) => give(afterFailure(stands.current, wordsOf(reason))))
  }, [show])
  const unlessWaiting = useCallback(() => { if (!isWaiting.current) again() }, [again])
  useEffect(() => {
    unlessWaiting()
    return () => { latest.current = Number.NaN }
  }, [unlessWaiting])
  // The first time the page is shown it is asking already; coming back, what is under way may be older than what happened meanwhile.
  useDidShow(() => {
    if (wasShown.current) again()
    else unlessWaiting()
    wasShown.current = true
  })
  const put = useCallback((data: T) => show({ state: 'ready', data }), [show])
  return { load, again, put }
}

function afterFailure<T>(stands: Load<T>, words: string): Load<T> {
  if (stands.state !== 'ready') return { state: 'failed', words }
  warn(words)
  return stands
}
