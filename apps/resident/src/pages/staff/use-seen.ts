import { useDidShow } from '@tarojs/taro'
import { useCallback, useEffect, useRef, useState } from 'react'
import { Refusal } from '@linli/client'
import { wordsOf } from '../../kernel/problem.ts'
import { useStore } from '../../kernel/store.ts'
import type { Load } from '../../kernel/load.ts'
import { traffic } from './flush.ts'
import { recall, remember } from './seen.ts'

/** `at`: when the server said it; `since`: the same, where it could not be reached now. */
type Known<T> = { load: Load<T>, at: number | null, since: number | null }

/**
 * What the server says, and until it does what it said last. Asked again when the page comes back and when something of this
 * phone has arrived there.
 */
export function useSeen<T>(name: string, ask: () => Promise<T>, heard?: (data: T) => void): Known<T> & { again: () => void } {
  const [known, setKnown] = useState<Known<T>>({ load: { state: 'loading' }, at: null, since: null })
  const { answered } = useStore(traffic)
  const question = useRef({ ask, heard })
  const asked = useRef(0)
  useEffect(() => { question.current = { ask, heard } })
  const again = useCallback(async () => {
    asked.current += 1
    const mine = asked.current
    const show = (next: Known<T>) => { if (mine === asked.current) setKnown(next) }
    const before = await recall<T>(name)
    if (before) show({ load: { state: 'ready', data: before.data }, at: before.at, since: null })
    try {
      const data = await question.current.ask()
      await remember(name, data).catch(() => {})
      show({ load: { state: 'ready', data }, at: Date.now(), since: null })
      question.current.heard?.(data)
    } catch (reason) {
      show(before && isUnreached(reason) ? { load: { state: 'ready', data: before.data }, at: before.at, since: before.at } : { load: { state: 'failed', words: wordsOf(reason) }, at: null, since: null })
    }
  }, [name])
  const start = useCallback(() => { void again() }, [again])
  useEffect(start, [start, answered])
  const wasShown = useRef(false)
  useDidShow(() => {
    if (wasShown.current) start()
    wasShown.current = true
  })
  return { ...known, again: start }
}

/** The server is not there or not well, and did not say no. */
const isUnreached = (reason: unknown) => reason instanceof Refusal && (reason.problem.status === 0 || reason.problem.status >= 500 || reason.problem.status === 429)
