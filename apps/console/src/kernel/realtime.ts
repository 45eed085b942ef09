import type { QueryClient, QueryKey } from '@tanstack/react-query'
import { createStore } from './store.ts'

/** What the server says when something changed: the module, and which of its rows. */
export interface Notice { topic: string, id?: string }

export type Line = 'opening' | 'live' | 'lost'
export const line = createStore<Line>('opening')

/** Must this question be asked again after the notice? A question about one row only when it is that row. */
export function isTouched(key: QueryKey, notice: Notice): boolean {
  if (notice.topic === 'resync') return true
  if (key[0] !== notice.topic) return false
  const id = (key[2] as { id?: unknown } | undefined)?.id
  return id === undefined || notice.id === undefined || id === notice.id
}

const gatherMs = 400
const retryMs = 5_000

/** Keeps every open screen up to date until the returned function is called. Notices are gathered, so that a burst asks once. */
export function listen(client: QueryClient, open: () => EventSource = () => new EventSource('/api/stream')): () => void {
  let source: EventSource | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let waiting: Notice[] = []

  const flush = () => {
    const notices = waiting
    waiting = []
    timer = undefined
    void client.invalidateQueries({ predicate: (query) => !query.meta?.isLogged && notices.some((notice) => isTouched(query.queryKey, notice)) })
  }
  const hear = (message: MessageEvent<string>) => {
    const notice = read(message.data)
    if (!notice) return
    line.set('live')
    waiting.push(notice)
    timer ??= setTimeout(flush, gatherMs)
  }
  let again: ReturnType<typeof setTimeout> | undefined
  const connect = () => {
    source = open()
    source.addEventListener('open', () => line.set('live'))
    source.addEventListener('message', hear)
    source.addEventListener('error', () => {
      line.set('lost')
      // The browser reconnects by itself unless the server answered with an error.
      if (source?.readyState === 2) again = setTimeout(connect, retryMs)
    })
  }
  connect()
  return () => {
    source?.close()
    clearTimeout(timer)
    clearTimeout(again)
    line.set('opening')
  }
}

function read(text: string): Notice | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && typeof (value as Notice).topic === 'string' ? value as Notice : undefined
  } catch {
    return undefined
  }
}
