/** What is removed otherwise than field by field: by one statement of its own in the database, office by office. */
export const sweptItems = ['event.reporter', 'account.rights', 'account.staff', 'copy.intake', 'copy.merge', 'residency.transfer', 'residency.relation', 'residency.place', 'link.person', 'special.record', 'talk.content', 'logbook.sensitive', 'risk.care'] as const
/** The same over everything: of no office. */
export const sweptEverywhere = ['account.session', 'account.staff'] as const

/** Kinds of records that lose field by field what was known of them, when they have gone, moved away or were closed. */
export const fieldKinds = ['person', 'household', 'enterprise', 'housing', 'thing'] as const
export type FieldKind = typeof fieldKinds[number]

/** What goes with the record besides its fields. */
const around: Readonly<Record<FieldKind, readonly string[]>> = { person: ['residency.home', 'residency.tag', 'copy.revision'], household: ['copy.revision'], enterprise: ['copy.revision'], housing: ['copy.revision'], thing: ['copy.revision'] }

export interface Kept { item: string, keepMonths: number | null, version: number }

export const isOf = (kind: FieldKind, { item }: Pick<Kept, 'item'>): boolean => item.startsWith(`${kind}.`) || around[kind].includes(item)
/** `person.phone` → phone, `copy.revision` → revision. */
export const keyOf = (item: string): string => item.slice(item.indexOf('.') + 1)
export const isField = (kind: FieldKind, { item }: Pick<Kept, 'item'>): boolean => item.startsWith(`${kind}.`)

export const isSwept = (one: Pick<Kept, 'item'>): boolean => fieldKinds.some((kind) => isOf(kind, one)) || [...sweptItems, ...sweptEverywhere].some((item) => item === one.item)

/** The same day so many months ago, or the last of that month where it has no such day. */
export function monthsBefore(day: string, months: number): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  const first = new Date(Date.UTC(year, month - 1 - months, 1))
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
  return new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth(), Math.min(date, last))).toISOString().slice(0, 10)
}

/** What of a record has been kept long enough and has not gone yet. */
export const due = (items: readonly Kept[], { goneOn, fields }: { goneOn: string, fields: readonly string[] }, today: string): Kept[] =>
  items.filter(({ item, keepMonths }) => keepMonths !== null && goneOn < monthsBefore(today, keepMonths) && !fields.includes(keyOf(item)))

/** What may go tonight: a hold on everything stops everything. */
export const free = <T extends Kept>(items: readonly T[], held: readonly (string | null)[]): T[] => (held.includes(null) ? [] : items.filter(({ item, keepMonths }) => keepMonths !== null && !held.includes(item)))
