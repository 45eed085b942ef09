import { useEffect, useRef } from 'react'
import type { Call } from '@linli/client'
import type { Output } from '@linli/contract'
import { call } from '../../kernel/call.ts'

export type Hint = Output<'matter', 'suggest'>['rows'][number]

/** Long enough that most people have come to a pause. */
const pause = 500

/** Asked when the writing pauses, the best first; none for less than `fewest` letters. Without an answer the directory is still there. */
export function useSuggested(text: string, fewest: number, heard: (rows: Hint[]) => void, by: Call = call) {
  const latest = useRef(heard)
  useEffect(() => { latest.current = heard })
  useEffect(() => {
    let isLatest = true
    const ask = async () => {
      const rows = text.length < fewest ? [] : (await by('matter', 'suggest', { text })).rows
      if (isLatest) latest.current(rows)
    }
    const timer = setTimeout(() => { ask().catch(() => {}) }, pause)
    return () => {
      isLatest = false
      clearTimeout(timer)
    }
  }, [text, fewest, by])
}
