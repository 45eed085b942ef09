import { at, dayOf, daysBetween } from '@linli/standards/day'

const hourOf = (instant: Date) => new Date(instant.getTime() + 8 * 3_600_000).toISOString().slice(11, 16)

/** An instant in the office's words, Asia/Shanghai whatever the computer says: 今天 15:30, 11月25日 09:00, 2024年1月3日 10:20. */
export function whenWords(iso: string, now: Date = new Date()): string {
  const instant = new Date(iso)
  const day = dayOf(instant)
  const away = daysBetween(dayOf(now), day)
  const near = new Map([[-1, '昨天'], [0, '今天'], [1, '明天']]).get(away)
  return `${near ?? dayWords(day, dayOf(now))} ${hourOf(instant)}`
}

/** 2026-11-05 → 11月5日; with the year when it is another one than today's. */
export function dayWords(day: string, today: string = dayOf(new Date())): string {
  const [year, month, date] = day.split('-').map(Number)
  return `${day.slice(0, 4) === today.slice(0, 4) ? '' : `${year}年`}${month}月${date}日`
}

/** An instant to the minute for tables and audit: 2026-11-05 09:30. */
export const whenExact = (iso: string): string => `${dayOf(new Date(iso))} ${hourOf(new Date(iso))}`

/** Minutes as people say them: 45 分, 2 小时 5 分, 3 天 4 小时 (a day of 24 hours). */
export function minuteWords(minutes: number): string {
  const days = Math.floor(minutes / 1440)
  const hours = Math.floor(minutes % 1440 / 60)
  const rest = minutes % 60
  if (days > 0) return hours > 0 ? `${days} 天 ${hours} 小时` : `${days} 天`
  if (hours > 0) return rest > 0 ? `${hours} 小时 ${rest} 分` : `${hours} 小时`
  return `${rest} 分`
}

/** A range of days as the instants a list asks for: from midnight of the first to midnight after the last. */
export const instantsOf = (from?: string, until?: string) => ({
  from: from ? at(from).toISOString() : undefined,
  until: until ? at(until, '24:00').toISOString() : undefined,
})
