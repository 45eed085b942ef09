import { addDays, isDay } from '@linli/standards/day'
import { useSearchParams } from 'react-router'
import { useToday } from '../../parts/use-today.ts'
import { useOffice } from '../organisation/use-office.ts'
import { areaOn } from '../organisation/area.ts'

export interface Period { area: string, from: string, until: string }

/** Where and when, from the address; the last thirty days of one's own office unless told. */
export function usePeriod() {
  const [params, setParams] = useSearchParams()
  const today = useToday()
  const home = useOffice()
  const day = (name: string) => { const text = params.get(name) ?? ''; return isDay(text) ? text : undefined }
  const until = day('until') ?? today
  const area = params.get('area') ?? (home && (areaOn(home, 'community') ?? home))
  const period = { area, from: day('from') ?? addDays(until, -29), until }
  const change = (values: Partial<Period>) => setParams((now) => {
    for (const [name, value] of Object.entries(values)) if (value) now.set(name, value)
    return now
  }, { replace: true })
  return { period, change, params }
}

export const addressOf = ({ area, from, until }: Period): string => `area=${encodeURIComponent(area)}&from=${from}&until=${until}`
