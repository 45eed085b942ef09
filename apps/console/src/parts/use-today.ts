import { dayOf } from '@linli/standards/day'
import { useSyncExternalStore } from 'react'

const minuteMs = 60_000

const everyMinute = (listener: () => void) => {
  const timer = setInterval(listener, minuteMs)
  return () => clearInterval(timer)
}

/** The day in Shanghai, also on a page that stays open over midnight. */
export const useToday = (): string => useSyncExternalStore(everyMinute, () => dayOf(new Date()))
