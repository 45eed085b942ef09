import { addDays, addMonths, daysBetween, monthOf, type Day } from '@linli/standards'

/** Days in Asia/Shanghai, `until` not included. */
export interface Period { from: Day, until: Day }
/** What of a period is whole months, and the days before and after. */
export interface Spans { months: Period | null, days: Period[] }

/** What is asked for, up to today: limits that end later are not missed yet. Without days the present month. */
export function periodOf({ from, until }: { from?: string | undefined, until?: string | undefined }, today: Day): Period {
  const tomorrow = addDays(today, 1)
  const end = until === undefined || until > tomorrow ? tomorrow : until
  const begin = from ?? monthOf(addDays(end, -1))
  return { from: begin, until: end < begin ? begin : end }
}

/** As many months back where the period begins with a month, else as many days. */
export function before({ from, until }: Period): Period {
  if (from !== monthOf(from)) return { from: addDays(from, -daysBetween(from, until)), until: from }
  const last = until === monthOf(until) ? until : addMonths(monthOf(until), 1)
  const months = (Number(last.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(last.slice(5, 7)) - Number(from.slice(5, 7))
  return { from: addMonths(from, -months), until: addMonths(until, -months) }
}

export const lastYear = ({ from, until }: Period): Period => ({ from: addMonths(from, -12), until: addMonths(until, -12) })

export function spansOf({ from, until }: Period): Spans {
  const first = from === monthOf(from) ? from : addMonths(monthOf(from), 1)
  const last = monthOf(until)
  if (first >= last) return { months: null, days: from < until ? [{ from, until }] : [] }
  return { months: { from: first, until: last }, days: [{ from, until: first }, { from: last, until }].filter((part) => part.from < part.until) }
}

/** How often something was counted on a day. */
export interface Dated { day: Day, times: number }

/** Days, the newest first, gathered until each stretch has at least so many. */
export function stretchesOf(days: readonly Dated[], least: number): Period[] {
  const stretches: Period[] = []
  let [until, times]: [Day | null, number] = [null, 0]
  for (const [at, one] of days.entries()) {
    until ??= addDays(one.day, 1)
    times += one.times
    if (times < least && at < days.length - 1) continue
    stretches.push({ from: one.day, until })
    ;[until, times] = [null, 0]
  }
  return stretches
}
