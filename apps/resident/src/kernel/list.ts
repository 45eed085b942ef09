import { useReachBottom } from '@tarojs/taro'
import { useEffect, useRef, useState } from 'react'
import { useLoad } from './load.ts'
import { wordsOf } from './problem.ts'
import { warn } from './toast.ts'

type Page<T> = { rows: T[], next: string | null }
type Wanted = { after?: string, limit: number }

/** Rows of a page, and the most the server gives at once. */
const size = 20
const most = 100

/** A list that grows as one scrolls. Asking again brings back as many rows as were there. */
export function useList<T>(ask: (wanted: Wanted) => Promise<Page<T>>) {
  const shown = useRef(0)
  const { load, again } = useLoad(() => ask({ limit: Math.min(most, Math.max(size, shown.current)) }))
  const first = load.state === 'ready' ? load.data : null
  const [added, setAdded] = useState<Page<T> & { to: Page<T> | null }>({ to: null, rows: [], next: null })
  const [isGrowing, setGrowing] = useState(false)
  const rest = first && added.to === first ? added : { to: first, rows: [], next: first?.next ?? null }
  const rows = [...(first?.rows ?? []), ...rest.rows]
  useEffect(() => { shown.current = rows.length })
  const grow = async () => {
    if (rest.next === null || isGrowing) return
    setGrowing(true)
    try {
      const page = await ask({ after: rest.next, limit: size })
      setAdded({ to: first, rows: [...rest.rows, ...page.rows], next: page.next })
    } catch (reason) {
      warn(wordsOf(reason))
    } finally {
      setGrowing(false)
    }
  }
  useReachBottom(() => { void grow() })
  return { load, again, rows, hasMore: rest.next !== null, isGrowing, grow }
}
