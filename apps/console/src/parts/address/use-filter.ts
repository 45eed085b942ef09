import { useMemo } from 'react'
import { useSearchParams } from 'react-router'
import { readFilter, writeFilter } from './filter.ts'
import type { Fields, Values } from './filter.ts'

/** The filter of a list, kept in the address so that it survives reload, goes back and can be sent to a colleague. Pass constant `fields`. */
export function useFilter<F extends Fields>(fields: F) {
  const [params, setParams] = useSearchParams()
  const filter = useMemo(() => readFilter(fields, params), [fields, params])
  return {
    filter,
    isFiltered: Object.keys(filter).length > 0,
    change: (change: Values<F>) => setParams((now) => writeFilter(fields, now, change), { replace: true }),
    clear: () => setParams((now) => writeFilter(fields, now, Object.fromEntries(Object.keys(fields).map((name) => [name, undefined])) as Values<F>), { replace: true }),
  }
}
