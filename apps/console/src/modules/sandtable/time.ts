import { addDays, at, dayOf } from '@linli/standards/day'

/** What the slider goes over: the hours of a day, or the days of a month that ends with it. */
export type Span = 'day' | 'month'

const monthDays = 30

export interface Period { from: string, until: string }

/** The whole of what is shown: a day, or thirty days up to and with it. */
export const periodOf = (span: Span, day: string): Period => ({ from: at(span === 'day' ? day : addDays(day, 1 - monthDays)).toISOString(), until: at(day, '24:00').toISOString() })

/** The hours or days of a period, one after another. */
export function stepsOf(span: Span, day: string): Period[] {
  const { from, until } = periodOf(span, day)
  const step = span === 'day' ? 3_600_000 : 86_400_000
  const begin = Date.parse(from)
  return Array.from({ length: Math.round((Date.parse(until) - begin) / step) }, (_, nth) => ({ from: new Date(begin + nth * step).toISOString(), until: new Date(begin + (nth + 1) * step).toISOString() }))
}

/** How many were reported in each step, also where it was none. */
export function countsOf(steps: readonly Period[], rows: readonly { at: string, count: number }[]): number[] {
  const counts = new Map(rows.map(({ at: when, count }) => [Date.parse(when), count]))
  return steps.map(({ from }) => counts.get(Date.parse(from)) ?? 0)
}

/** The day whose figures colour the map: that of the step, else the last of what is shown. */
export const dayShown = ({ span, day, steps, step }: { span: Span, day: string, steps: readonly Period[], step: number | undefined }): string => (span === 'month' && step !== undefined ? dayOf(new Date(steps[step]!.from)) : day)

/** A day in words: 11月3日. */
export function dayTitle(on: string): string {
  const [, month, day] = on.split('-').map(Number)
  return `${month}月${day}日`
}

/** A step in words: 09:00–10:00, 11月3日. */
export function stepWords(span: Span, { from, until }: Period): string {
  const local = (iso: string) => new Date(Date.parse(iso) + 8 * 3_600_000).toISOString()
  if (span === 'day') return `${local(from).slice(11, 16)}–${local(until).slice(11, 16) === '00:00' ? '24:00' : local(until).slice(11, 16)}`
  return dayTitle(dayOf(new Date(from)))
}

/** What is chosen, in words: 11月3日, 11月3日 09:00–10:00, 10月5日至11月3日. */
export function periodWords({ span, steps, step }: { span: Span, steps: readonly Period[], step: number | undefined }): string {
  const [first, last] = [stepWords('month', steps[0]!), stepWords('month', steps[steps.length - 1]!)]
  if (span === 'day') return step === undefined ? first : `${first} ${stepWords('day', steps[step]!)}`
  return step === undefined ? `${first}至${last}` : stepWords('month', steps[step]!)
}
