import type { Asked } from '@linli/contract'
import { personStanding } from '@linli/contract/words/index'
import type { PersonStanding } from '@linli/contract/words/index'
import { oneOf, word } from '../../parts/address/filter.ts'
import type { Field, Values } from '../../parts/address/filter.ts'

/** Codes that a table has or may come to have: the server knows which. */
const codes = (): Field<string[]> => ({
  read: (text) => { const known = text.split(',').filter((code) => /^[0-9A-Za-z_-]{1,10}$/.test(code)); return known.length > 0 ? known.slice(0, 30) : undefined },
  write: (value) => value.join(',') || undefined,
})

/** Whoever is one record with another has a page of that one. */
export const standings = (Object.keys(personStanding) as PersonStanding[]).filter((standing) => standing !== 'merged')

/** What can be asked of the list of people, as it stands in the address. */
export const personFilter = { area: word(), populationKind: word(), groups: codes(), standing: oneOf(standings), tag: word() }

export const questionOf = (filter: Values<typeof personFilter>, after?: string): Asked<'person', 'list'> => ({ ...filter, after, limit: 20 })
