import { isDay } from '@linli/standards/day'
import { useSearchParams } from 'react-router'
import { useToday } from '../../parts/use-today.ts'
import { areaOn } from '../organisation/area.ts'
import { useOffice } from '../organisation/use-office.ts'

/** Where and as of which day, from the address; one's own office today unless told. */
export function usePlace() {
  const [params, setParams] = useSearchParams()
  const today = useToday()
  const home = useOffice()
  const asked = params.get('on') ?? ''
  const on = isDay(asked) && asked < today ? asked : undefined
  const area = params.get('area') ?? (home && (areaOn(home, 'community') ?? home))
  const change = (values: Record<string, string | undefined>) => setParams((now) => {
    for (const [name, value] of Object.entries(values)) if (value) now.set(name, value); else now.delete(name)
    return now
  }, { replace: true })
  return { area, on, today, params, change }
}

/** An address within these pages. */
export const addressOf = (path: string, values: Record<string, string | undefined>): string =>
  `${path}?${new URLSearchParams(Object.entries(values).filter((pair): pair is [string, string] => pair[1] !== undefined)).toString()}`
