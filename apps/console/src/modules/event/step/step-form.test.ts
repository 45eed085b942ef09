import { expect, test } from 'vitest'
import { stepForms, takeOf } from './step-form.tsx'

test.each([
  ['sign', { note: '' }, { step: 'sign' }],
  ['dispatch', { unit: 'u1', note: '请尽快' }, { step: 'dispatch', unit: 'u1', note: '请尽快' }],
  ['revisit', { isReached: true, isSolved: false, score: 2 }, { step: 'revisit', isReached: true, isSolved: false, score: 2 }],
  // What was chosen before "not reached" must not count as an answer.
  ['revisit', { isReached: false, isSolved: true, score: 5, note: '无人接听' }, { step: 'revisit', isReached: false, isSolved: null, score: null, note: '无人接听' }],
] as const)('%s with %j tells %j', (step, values, take) => {
  expect(takeOf(step, values)).toEqual(take)
})

test('what a reporter thinks is not presumed', () => {
  const event = {} as Parameters<NonNullable<typeof stepForms.revisit.initial>>[0]
  expect({ ...stepForms.revisit.initial?.(event), ...stepForms.rate.initial?.(event) }).toEqual({ isReached: true })
})
