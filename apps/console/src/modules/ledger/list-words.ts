import type { Draft, Item, Test } from './ledger-words.ts'

/** What may be handed out of a list of the base, and how its filters are asked of a ledger. */
export type ListBase = Extract<Draft['base'], 'person' | 'housing' | 'household' | 'enterprise' | 'thing'>

/** Where a record is, which files of the base name so too. */
const place = ['place.community', 'place.grid', 'place.address', 'record.checkedOn']
/** What office tables ask first; all else that was registered is chosen in a ledger of one's own. */
const columns: Record<ListBase, readonly string[]> = {
  person: ['name', 'certificate', 'certificateNumber', 'sex', 'birth', 'phone', 'populationKind', 'residency.role', 'residency.since', 'ethnicity', 'maritalStatus', 'politicalStatus', 'education', 'workplace', 'registeredAddress', 'kinship', 'groups', 'guardian', 'guardianPhone', 'note', 'person.tags', 'person.standing', ...place],
  housing: ['place.building', 'place.entrance', 'place.floor', 'place.room', 'housing.no', 'housing.use', 'housing.state', 'housing.size', 'housing.tenure', 'housing.certificateNo', 'housing.hazard', 'housing.rentalUse', 'housing.leaseFrom', 'housing.leaseUntil', 'housing.isFiled', 'housing.note', 'owner.name', 'owner.phone', 'housing.people', 'housing.households', 'housing.tags', ...place],
  household: ['household.no', 'household.head', 'head.number', 'head.phone', 'household.kind', 'household.groups', 'household.phone', 'household.people', 'household.members', 'household.note', 'household.tags', ...place],
  enterprise: [
    'enterprise.name', 'enterprise.sort', 'enterprise.creditCode', 'enterprise.registrationNo', 'enterprise.industry', 'enterprise.state', 'enterprise.openedOn', 'enterprise.registeredAddress', 'enterprise.businessScope', 'enterprise.phone', 'enterprise.legalPerson', 'enterprise.legalPersonPhone', 'enterprise.manager',
    'enterprise.managerPhone', 'enterprise.safetyOfficer', 'enterprise.safetyOfficerPhone', 'enterprise.staff', 'enterprise.size', 'enterprise.placeKinds', 'enterprise.smallPlace', 'enterprise.attention', 'enterprise.note', 'enterprise.tags', ...place,
  ],
  thing: ['thing.name', 'thing.kind', 'thing.code', 'thing.state', 'thing.count', 'thing.spot', 'thing.isDangerous', 'thing.owner', 'thing.authority', 'thing.authorityPhone', 'thing.keeper', 'thing.keeperPhone', 'thing.installedOn', 'thing.inspectedOn', 'thing.inspectBy', 'thing.point', 'thing.note', 'thing.tags', ...place],
}

const mostColumns = 60

/** What the office added itself is handed out too: it is known by its name. */
const isOwn = (base: ListBase, { name }: Item) => (base === 'person' ? /^x_/ : new RegExp(`^${base}\\.x_`)).test(name)

/** A list as a ledger, under the names that the columns have in the base: what was changed in Excel is known by them when it comes back. */
export function draftOf(base: ListBase, items: readonly Item[], asked: readonly (readonly Test[])[]): Draft {
  const mine = items.filter(({ bases }) => bases.includes(base))
  const chosen = [...columns[base].flatMap((name) => mine.find((item) => item.name === name) ?? []), ...mine.filter((item) => isOwn(base, item))]
  return { base, conditions: asked.filter((any) => any.length > 0).map((any) => ({ any: [...any] })), columns: chosen.slice(0, mostColumns).map(({ name, label }) => ({ field: name, label })) }
}

/** One of these, where anything was chosen. */
export const isIn = (field: string, value: string | readonly string[] | undefined): Test[] => {
  const values = value === undefined ? [] : typeof value === 'string' ? [value] : value
  // A test takes so many values; any of several tests may hold.
  return Array.from({ length: Math.ceil(values.length / mostValues) }, (_, at) => ({ field, by: 'in' as const, value: values.slice(at * mostValues, (at + 1) * mostValues) }))
}
const mostValues = 60

/** What the search box of the list finds. */
export const isFound = (base: 'household' | 'thing', text: string | undefined): Test[] => (text === undefined ? [] : [{ field: `${base}.found`, by: 'has', value: text }])
