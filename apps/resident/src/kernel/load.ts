import { useDidShow } from '@tarojs/taro'
import { useCallback, useEffect, useRef, useState } from 'react'
import { wordsOf } from './problem.ts'

/** Something asked from the server: not here yet, here, or refused with words to show. */
export type Load<T> = { state: 'loading' } | { state: 'ready', data: T } | { state: 'failed', words: string }

/**
 * Asks when the screen opens, and again when it comes back into view. What was there stays while it asks again;
 * an answer that was overtaken by a later question is dropped.
 */
export function useLoad<T>(ask: () => Promise<T>): { load: Load<T>, again: () => void } {
  const [load, setLoad] = useState<Load<T>>({ state: 'loading' })
  const latest = useRef(0)
  const isWaiting = useRef(false)
  const question = useRef(ask)
  useEffect(() => { question.current = ask })
  const again = useCallback(() => {
    latest.current += 1
    const mine = latest.current
    isWaiting.current = true
    const keep = (next: Load<T>) => {
      if (mine !== latest.current) return
      isWaiting.current = false
      setLoad(next)
    }
    setLoad((before) => before.state === 'failed' ? { state: 'loading' } : before)
    question.current().then((data) => keep({ state: 'ready', data }), (reason: unknown) => keep({ state: 'failed', words: wordsOf(reason) }))
  }, [])
  const unlessWaiting = useCallback(() => { if (!isWaiting.current) again() }, [again])
  useEffect(() => {
    unlessWaiting()
    return () => { latest.current = -1 }
  }, [unlessWaiting])
  useDidShow(unlessWaiting)
  return { load, again }
}
