/** What is removed otherwise than field by field: by one statement of its own in the database. */
export const sweptItems = ['event.reporter', 'account.rights', 'copy.intake', 'residency.transfer', 'special.record'] as const

export interface Kept { item: string, keepMonths: number | null, version: number }

export const isSwept = ({ item }: Pick<Kept, 'item'>): boolean => item.startsWith('person.') || (sweptItems as readonly string[]).includes(item)

/** The same day so many months ago, or the last of that month where it has no such day. */
export function monthsBefore(day: string, months: number): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  const first = new Date(Date.UTC(year, month - 1 - months, 1))
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
  return new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth(), Math.min(date, last))).toISOString().slice(0, 10)
}

/** The fields of somebody that have been kept long enough and have not gone yet. */
export const due = (items: readonly Kept[], { goneOn, fields }: { goneOn: string, fields: readonly string[] }, today: string): Kept[] =>
  items.filter(({ item, keepMonths }) => keepMonths !== null && goneOn < monthsBefore(today, keepMonths) && !fields.includes(item.slice('person.'.length)))

/** What may go tonight: a hold on everything stops everything. */
export const free = <T extends Kept>(items: readonly T[], held: readonly (string | null)[]): T[] => (held.includes(null) ? [] : items.filter(({ item, keepMonths }) => keepMonths !== null && !held.includes(item)))
