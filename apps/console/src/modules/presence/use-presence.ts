import { useEffect, useMemo, useRef } from 'react'
import { useAsk } from '../../kernel/ask.ts'
import { useMe } from '../../kernel/session.ts'
import { useMinute } from '../../parts/use-minute.ts'
import { isGone } from './presence.ts'
import type { Seat, Worker } from './presence.ts'

export interface Presence { workers: readonly Worker[], units: readonly Seat[], now: number }

const none: never[] = []
/** Each look is written down: screens that stay open look so often at most while people move, and sooner where somebody came or went. */
const restMs = { moved: 30_000, changed: 3000 }

/** Whether who is signed in may see where people of an area are. */
export const useMaySeePresence = (area: string): boolean => (useMe().may['presence.view'] ?? none).some((one) => area.startsWith(one))

/** Who shares where they are in an area, and where its units sit; looked at anew when the stream says that somebody moved. */
export function usePresence(area: string, isOn: boolean): Presence {
  const isWanted = useMaySeePresence(area) && isOn
  const now = useMinute()
  const { data: news } = useAsk('presence', 'news', { area }, { isWanted, keepsLast: true })
  const { data, dataUpdatedAt, refetch } = useAsk('presence', 'list', { area }, { isWanted, isLogged: true, keepsLast: true })
  const seen = useRef<typeof news>(undefined)
  useEffect(() => {
    if (!isWanted || news === undefined || dataUpdatedAt === 0) return undefined
    // The first news and the first look were asked for together.
    const before = seen.current ??= news
    const rest = before.workers !== news.workers ? restMs.changed : before.changedAt !== news.changedAt ? restMs.moved : undefined
    if (rest === undefined) return undefined
    const timer = setTimeout(() => {
      seen.current = news
      void refetch()
    }, Math.max(0, dataUpdatedAt + rest - Date.now()))
    return () => clearTimeout(timer)
  }, [isWanted, news, dataUpdatedAt, refetch])
  return useMemo(() => ({ workers: (isWanted ? data?.workers ?? none : none).filter((one) => !isGone(one, now)), units: isWanted ? data?.units ?? none : none, now }), [data, isWanted, now])
}
