import { expect, test } from 'vitest'
import { firstChoice, mergeOf, sideOf } from './choice.ts'
import type { Compared } from './choice.ts'

const field = (name: string, one: string | null, other: string | null, mayTakeBoth = false) => ({ name, label: name, part: 'identity', one, other, isDiffering: one !== null && other !== null && one !== other, mayTakeBoth })
const pair = {
  one: { id: 'a', revision: 3 }, other: { id: 'b', revision: 5 }, better: 'b',
  fields: [field('phone', '139****0001', '139****0002'), field('groups', '独居老人', '残疾人', true), field('workplace', '示例厂', null), field('name', '王示一', '王示一')],
} as unknown as Compared

test('the better kept record stays with its values, and of several codes both', () => {
  const chosen = firstChoice(pair)
  expect(chosen.keep).toBe('other')
  expect(pair.fields.map((one) => sideOf(chosen, one))).toEqual(['other', 'both', 'one', 'other'])
  expect(mergeOf(pair, chosen)).toEqual({ keep: 'b', drop: 'a', keepRevision: 5, dropRevision: 3, take: [], both: ['groups'] })
})

test('what was chosen field by field is what the server is told, whichever record stays', () => {
  const chosen = { ...firstChoice(pair), from: { phone: 'one', groups: 'one' } as const }
  expect(mergeOf(pair, chosen)).toMatchObject({ keep: 'b', take: ['phone', 'groups'], both: [] })
  expect(mergeOf(pair, { ...chosen, keep: 'one' })).toMatchObject({ keep: 'a', take: [], both: [] })
})
