import { expect, test } from 'vitest'
import { placeOf } from './use-submit.ts'

const known = new Set(['description', 'limit.amount', 'photos', 'publicReply'])
const isKnown = (path: (string | number)[]) => known.has(path.join('.'))

test.each([
  ['description', {}, ['description']],
  ['limit.amount', {}, ['limit', 'amount']],
  ['photos.0', {}, ['photos']],
  ['take.publicReply', { under: 'take' }, ['publicReply']],
  ['take.publicReply', {}, undefined],
  ['rules.2.limit.amount', { under: 'rules.2' }, ['limit', 'amount']],
  ['rules.1.limit.amount', { under: 'rules.2' }, undefined],
  ['elsewhere', {}, undefined],
  ['reply.words', { paths: { 'reply.words': 'publicReply' } }, ['publicReply']],
])('%s with %j goes to %j', (path, naming, expected) => {
  expect(placeOf({ path, message: '请填写' }, isKnown, naming)).toEqual(expected)
})
