import type { Output } from '@linli/contract'
import { addDays, weekdayOf } from '@linli/standards/day'

export type Week = Output<'duty', 'week'>
export type Shift = Week['shifts'][number]
export type Worker = Week['workers'][number]
export type OnDuty = Week['turns'][number]['people'][number]

/** A shift on a day: whether it is held, may still be filled, and who is in it. */
export interface Cell { day: string, shift: Shift, isHeld: boolean, isOpen: boolean, people: OnDuty[] }

export const mondayOf = (day: string): string => addDays(day, -((weekdayOf(day) + 6) % 7))
export const dayName = (day: string): string => `周${'日一二三四五六'[weekdayOf(day)]}`
export const spanWords = ({ from, until }: Pick<Shift, 'from' | 'until'>): string => `${from}–${until <= from ? '次日 ' : ''}${until}`

export const cellOf = ({ turns, days, mayManage }: Week, shift: Shift, day: string, today: string): Cell => {
  const isWork = days.find((one) => one.day === day)!.isWork
  const isHeld = shift.on === 'all' || (shift.on === 'work') === isWork
  return { day, shift, isHeld, isOpen: mayManage && isHeld && day >= today, people: turns.find((turn) => turn.day === day && turn.shift === shift.key)?.people ?? [] }
}

/** What fills a row with somebody: the open shifts where they are not yet. */
export const lackingIn = (cells: readonly Cell[], person: string): Cell[] => cells.filter(({ isOpen, people }) => isOpen && !people.some(({ id }) => id === person))
