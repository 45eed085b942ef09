import { expect, test } from 'vitest'
import { partIn } from './bulletin-words.ts'

test('a part from an address is taken where it is one', () => {
  expect(partIn('{"kind":"table","codes":["people"],"level":"grid"}')).toEqual({ kind: 'table', title: '各社区情况', codes: ['people'], level: 'grid', isOfPeriod: true })
  for (const text of [null, 'no', 'null', '{"kind":"odd"}']) expect(partIn(text)).toBeUndefined()
})
