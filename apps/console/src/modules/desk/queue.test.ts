import type { EventStep } from '@linli/contract/words/index'
import { expect, test } from 'vitest'
import { nextOf, openStatuses, questionOf } from './queue.ts'

test.each([
  [{}, { isMine: true, status: undefined, order: 'due' }],
  [{ whose: 'all' as const }, { isMine: undefined, status: openStatuses, order: 'due' }],
  [{ status: ['reported' as const], order: 'newest' as const }, { isMine: true, status: ['reported'], order: 'newest' }],
])('the desk with %j asks %j', (filter, asked) => expect(questionOf(filter)).toMatchObject(asked))

test.each([
  ['b', ['file', 'merge'], 'b'],
  ['b', ['merge', 'urge', 'mark'], 'c'],
  ['b', [], 'c'],
  ['c', [], 'b'],
  ['z', ['cancel'], 'a'],
] as [string, EventStep[], string][])('after a step of %s that leaves %j one goes on with %s', (id, steps, next) => expect(nextOf(['a', 'b', 'c'], { id, steps })).toBe(next))

test('after the last one there is none', () => expect(nextOf(['a'], { id: 'a', steps: [] })).toBeUndefined())
