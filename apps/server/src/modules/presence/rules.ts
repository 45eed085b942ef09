import type { PresenceKind, Side } from '@linli/contract'
import { addDays, at, dayOf, isWorkday, type WorkCalendar } from '@linli/standards'

/** When sharing that begins now ends: with the last working hour of the day, where there is one to come, or at midnight. */
export function endsAt(calendar: WorkCalendar, now: Date): { duty: Date | null, day: Date } {
  const today = dayOf(now)
  const last = calendar.hours[calendar.hours.length - 1]?.[1]
  const duty = last !== undefined && isWorkday(calendar, today) ? at(today, last) : null
  return { duty: duty !== null && duty > now ? duty : null, day: at(addDays(today, 1)) }
}

/** What a sign on the map says of who it is. */
export function kindOf(side: Side | 'gate', role: string): PresenceKind {
  if (side === 'unit') return 'unit'
  return role === 'gridWorker' ? 'grid' : role === 'steward' ? 'steward' : 'community'
}

interface Holding { unit: string | null, person: string | null, n: number }

/** Events in the hands of a person, or of a unit whoever of it sees to them. */
export const heldBy = (open: readonly Holding[], key: 'unit' | 'person', id: string): number => open.reduce((sum, row) => sum + (row[key] === id ? row.n : 0), 0)
