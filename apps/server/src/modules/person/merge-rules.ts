import type { Field, Value, Values } from '@linli/contract'

/** What differs between two records; what only one of them knows does not. */
export const isDiffering = (one: Value | undefined, other: Value | undefined): boolean => isKnown(one) && isKnown(other) && JSON.stringify(one) !== JSON.stringify(other)

const isKnown = (value: Value | undefined): value is NonNullable<Value> => value !== undefined && value !== null && value !== ''

/** A number belongs to its kind of certificate, and tells sex and date of birth: they are taken together. */
const together = ['certificateNumber', 'certificate']

/**
 * What the record that is kept is to be told: what it does not know and the other does, what was chosen from the other, and, where both hold, both.
 * What is not taken is not lost: it stays in the other record.
 */
export function toldBy(fields: readonly Field[], keep: Values, drop: Values, { take, both }: { take: readonly string[], both: readonly string[] }): Values {
  const chosen = take.some((name) => together.includes(name)) ? [...take, ...together] : take
  const told: Values = {}
  for (const { name, type } of fields) {
    const [mine, theirs] = [keep[name], drop[name]]
    if (!isKnown(theirs)) continue
    if (type === 'codes' && both.includes(name)) told[name] = [...new Set([mine, theirs].flatMap((value) => (Array.isArray(value) ? value : [])))].toSorted()
    else if (chosen.includes(name) || (!isKnown(mine) && !isOfAnother(name, keep))) told[name] = theirs
  }
  return told
}

/** The kind of a certificate is not taken without its number. */
const isOfAnother = (name: string, keep: Values) => name === 'certificate' && isKnown(keep.certificateNumber)

interface Weighed { id: string, values: Values, createdAt: number }

/** The record that is better kept: with a certificate number, then of which more is known, then the older one. */
export function betterOf(one: Weighed, other: Weighed): string {
  const weigh = ({ values, createdAt }: Weighed) => [isKnown(values.certificateNumber) ? 1 : 0, Object.values(values).filter(isKnown).length, -createdAt]
  const [first, second] = [weigh(one), weigh(other)]
  const at = first.findIndex((value, place) => value !== second[place])
  return at === -1 || first[at]! > second[at]! ? one.id : other.id
}
