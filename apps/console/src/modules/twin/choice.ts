import type { Output } from '@linli/contract'

export type Twin = Output<'twin', 'list'>['rows'][number]
export type Compared = Output<'person', 'compare'>
export type ComparedField = Compared['fields'][number]

/** Which record stays, and of which fields the other's value is taken, or both. What was not chosen stays as the record that is kept has it. */
export interface Chosen { keep: 'one' | 'other', from: Readonly<Record<string, 'one' | 'other' | 'both'>> }

/** The better kept record stays, its values stand, and of several codes both hold. */
export const firstChoice = ({ better, one, fields }: Compared): Chosen => ({
  keep: better === one.id ? 'one' : 'other', from: Object.fromEntries(fields.filter(({ mayTakeBoth }) => mayTakeBoth).map(({ name }) => [name, 'both' as const])),
})

/** Where a field's value comes from: what only one of them knows comes from there. */
export function sideOf({ keep, from }: Chosen, { name, one, other }: Pick<ComparedField, 'name' | 'one' | 'other'>): 'one' | 'other' | 'both' {
  if (one === null || other === null) return one === null ? 'other' : 'one'
  return from[name] ?? keep
}

/** What the server is told. */
export function mergeOf(pair: Compared, chosen: Chosen) {
  const [keep, drop] = chosen.keep === 'one' ? [pair.one, pair.other] : [pair.other, pair.one]
  const sides = pair.fields.filter(({ isDiffering }) => isDiffering).map((field) => ({ name: field.name, side: sideOf(chosen, field) }))
  return {
    keep: keep.id, drop: drop.id, keepRevision: keep.revision, dropRevision: drop.revision,
    take: sides.filter(({ side }) => side !== 'both' && side !== chosen.keep).map(({ name }) => name), both: sides.filter(({ side }) => side === 'both').map(({ name }) => name),
  }
}
