import { addDays, daysBetween, type Day } from '@linli/standards/day'

/** How often a report (报表) comes round. */
export const bulletinRhythm = { day: '日报', week: '周报', month: '月报', once: '不定期' } as const
export type BulletinRhythm = keyof typeof bulletinRhythm

/** What a report is put together from. */
export const bulletinPart = { figures: '关键指标', table: '分辖区指标', pivot: '分辖区分类', trend: '走势' } as const
export type BulletinPart = keyof typeof bulletinPart

/** Where an issue of a report stands. */
export const bulletinStatus = { draft: '待送审', review: '待审核', approved: '待签发', signed: '已签发', returned: '已退回', dropped: '已作废' } as const
export type BulletinStatus = keyof typeof bulletinStatus

export const bulletinStep = { submit: '送审', agree: '审核通过', sign: '签发', return: '退回', drop: '作废' } as const
export type BulletinStep = keyof typeof bulletinStep

const told = (day: Day) => `${Number(day.slice(0, 4))}年${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`

/** 2026年11月25日 · 2026年11月16日至22日 · 2026年11月; `until` is the day after. */
export function periodWords(rhythm: BulletinRhythm, { from, until }: { from: Day, until: Day }): string {
  const last = addDays(until, -1)
  if (rhythm === 'month') return told(from).replace(/\d+日$/, '')
  if (daysBetween(from, until) === 1) return told(from)
  const rest = from.slice(0, 4) === last.slice(0, 4) ? (from.slice(0, 7) === last.slice(0, 7) ? `${Number(last.slice(8))}日` : told(last).slice(5)) : told(last)
  return `${told(from)}至${rest}`
}

const digits = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九']
/** 一 … 十 … 十九 … 二十: parts of a paper are numbered so. */
export const ordinal = (no: number): string => (no < 10 ? digits[no]! : `${no >= 20 ? digits[Math.floor(no / 10)]! : ''}十${no % 10 === 0 ? '' : digits[no % 10]!}`)
