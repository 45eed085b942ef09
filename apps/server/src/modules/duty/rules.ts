import type { DutyOn } from '@linli/contract'
import { addDays, areaAt, at, dayOf, isWorkday, weekdayOf, type WorkCalendar } from '@linli/standards'

export interface Shift { key: string, name: string, on: DutyOn, from: string, until: string }
export interface OnDuty { id: string, name: string, isHere: boolean }
export interface Turn { day: string, shift: string, people: OnDuty[] }
/** A desk over some days. Without shifts of its own those of the next desk hold. */
export interface Desk { area: string, shifts: Shift[] | null, turns: Turn[] }
/** Somebody is there from then until then; nobody named where the roster is not kept. */
export interface Stretch { area: string, from: Date, until: Date, people: OnDuty[] }

/** Desks that answer for an area: its community's, then its sub-district's. */
export const desksOf = (area: string): string[] => (['community', 'subdistrict'] as const).flatMap((level) => areaAt(area, level) ?? [])

/** The hours of the office's calendar as shifts, where nobody said others. */
export const usualShifts = ({ hours }: WorkCalendar): Shift[] =>
  hours.map(([from, until], no) => ({ key: `office-${no + 1}`, name: hours.length === 2 ? ['上午', '下午'][no]! : `第${no + 1}班`, on: 'work', from, until }))

/** Monday to Sunday of the week that holds a day. */
export function weekOf(day: string): string[] {
  const monday = addDays(day, -((weekdayOf(day) + 6) % 7))
  return Array.from({ length: 7 }, (_, count) => addDays(monday, count))
}

export const isHeld = ({ on }: Pick<Shift, 'on'>, day: string, calendar: WorkCalendar): boolean => on === 'all' || (on === 'work') === isWorkday(calendar, day)

/** The shifts that hold at a desk: its own, else those of the next one, else the calendar's. `desks` from the nearest on. */
export function shiftsAt(desks: readonly Desk[], calendar: WorkCalendar): { shifts: Shift[], of: string | null } {
  const own = desks.find(({ shifts }) => shifts !== null)
  return { shifts: own?.shifts ?? usualShifts(calendar), of: own?.area ?? null }
}

export const firstLast = (now: Date): [string, string] => [addDays(dayOf(now), -1), addDays(dayOf(now), daysAhead)]
/** So far ahead somebody is looked for: longer than any row of days of rest. */
const daysAhead = 14

/** When somebody is at the desks, in order. A desk that keeps no roster is staffed by whoever works there; one that does, by who is in it. */
export function stretches(desks: readonly Desk[], calendar: WorkCalendar, now: Date): Stretch[] {
  const days = Array.from({ length: daysAhead + 2 }, (_, count) => addDays(dayOf(now), count - 1))
  return desks.flatMap((desk, no) => {
    const { shifts } = shiftsAt(desks.slice(no), calendar)
    return days.flatMap((day) => shifts.filter((shift) => isHeld(shift, day, calendar)).flatMap((shift) => {
      const people = desk.turns.filter((turn) => turn.day === day && turn.shift === shift.key).flatMap((turn) => turn.people.filter(({ isHere }) => isHere))
      return people.length > 0 || desk.turns.length === 0 ? [{ area: desk.area, ...spanOf(shift, day), people }] : []
    }))
  }).toSorted((a, b) => a.from.getTime() - b.from.getTime())
}

const spanOf = ({ from, until }: Shift, day: string) => ({ from: at(day, from), until: at(until <= from ? addDays(day, 1) : day, until) })

/** Who is there at a moment: the community's own people before those of the sub-district, all whose shifts meet then. */
export function there(all: readonly Stretch[], now: Date, desks: readonly string[]): Stretch | undefined {
  const open = all.filter(({ from, until }) => from <= now && now < until)
  for (const area of desks) {
    const here = open.filter((one) => one.area === area)
    if (here.length > 0) return { area, from: here[0]!.from, until: new Date(Math.max(...here.map(({ until }) => until.getTime()))), people: here.flatMap(({ people }) => people) }
  }
  return undefined
}

export const comingAfter = (all: readonly Stretch[], now: Date): Stretch | undefined => all.find(({ from }) => from > now)

/** What is wrong with shifts, in words. */
export function wrongShifts(shifts: readonly Omit<Shift, 'key'>[]): string | undefined {
  if (new Set(shifts.map(({ name }) => name)).size < shifts.length) return '班次名称不能重复'
  return shifts.some(({ from, until }) => from === until) ? '班次的开始和结束时间不能相同' : undefined
}
