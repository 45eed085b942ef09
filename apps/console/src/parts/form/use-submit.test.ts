import { expect, test } from 'vitest'
import { placed } from './use-submit.ts'

const known = new Set(['description', 'limit.amount', 'photos', 'publicReply'])
const isKnown = (path: (string | number)[]) => known.has(path.join('.'))

test.each([
  ['description', undefined, [['description']]],
  ['limit.amount', undefined, [['limit', 'amount']]],
  ['photos.0', undefined, [['photos']]],
  ['take.publicReply', 'take', [['publicReply']]],
  ['take.publicReply', undefined, []],
  ['elsewhere', undefined, []],
])('%s under %s goes to %j', (path, under, expected) => {
  expect(placed([{ path, message: '请填写' }], isKnown, under).map((field) => field.path)).toEqual(expected)
})

test('no complaints, nothing to place', () => {
  expect(placed(undefined, isKnown)).toEqual([])
})
