import { expect, test } from 'vitest'
import { stepForms, takeOf } from './step-form.tsx'

test.each([
  ['sign', { note: '' }, { step: 'sign' }],
  ['dispatch', { unit: 'u1', note: '请尽快' }, { step: 'dispatch', unit: 'u1', note: '请尽快' }],
  // A point says the area by itself.
  ['relocate', { where: { point: { lng: 120.1, lat: 30.3 }, area: '/33/99/01/008/001/', name: '东苑社区' }, place: '北门' }, { step: 'relocate', point: { lng: 120.1, lat: 30.3 }, place: '北门' }],
  ['relocate', { where: { area: '/33/99/01/008/001/', name: '东苑社区' } }, { step: 'relocate', area: '/33/99/01/008/001/', place: '' }],
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
