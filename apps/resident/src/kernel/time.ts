/** Office time wherever the phone is, without `Intl`, which old WeChat bases lack. */
const eastOfGreenwich = 8 * 3600 * 1000
const day = 24 * 3600 * 1000

/** 「今天 08:15」「昨天 08:15」「3 月 2 日 08:15」, with the year where it is not this one. */
export function momentWords(iso: string, now = Date.now()): string {
  const moment = inOffice(Date.parse(iso))
  return `${namedDay(moment, inOffice(now))} ${twoDigits(moment.getUTCHours())}:${twoDigits(moment.getUTCMinutes())}`
}

/** 「最晚今天 08:15」「最晚 3 月 2 日 08:15」: digits stand apart. */
export function latestWords(iso: string, now = Date.now()): string {
  const words = momentWords(iso, now)
  return /^\d/.test(words) ? `最晚 ${words}` : `最晚${words}`
}

/** 「今天」「3 月 2 日」: a day of the office, YYYY-MM-DD. */
export const dayWords = (date: string, now = Date.now()): string => namedDay(inOffice(Date.parse(`${date}T00:00:00+08:00`)), inOffice(now))

/** A date whose UTC fields read as Beijing's clock. */
const inOffice = (milliseconds: number) => new Date(milliseconds + eastOfGreenwich)

function namedDay(moment: Date, now: Date): string {
  const daysAway = Math.floor(moment.getTime() / day) - Math.floor(now.getTime() / day)
  const named = { '-1': '昨天', 0: '今天', 1: '明天' }[daysAway]
  if (named) return named
  const date = `${moment.getUTCMonth() + 1} 月 ${moment.getUTCDate()} 日`
  return moment.getUTCFullYear() === now.getUTCFullYear() ? date : `${moment.getUTCFullYear()} 年 ${date}`
}

const twoDigits = (number: number) => `0${number}`.slice(-2)
