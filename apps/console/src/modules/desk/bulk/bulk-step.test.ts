import { expect, test } from 'vitest'
import { inverseOf, leftOut, takeFor } from './bulk-step.ts'
import type { BulkStep, BulkValues } from './bulk-step.ts'

const unit = { id: 'u1', name: '环卫所' }
const event = { id: 'e1', suggestedUnit: unit }

test.each([
  ['file', { note: '' }, { step: 'file' }],
  ['dispatch', { unit: 'u2', note: '请尽快' }, { step: 'dispatch', unit: 'u2', note: '请尽快' }],
  ['dispatch', { toSuggested: true, note: '请尽快' }, { step: 'dispatch', unit: 'u1', note: '请尽快' }],
  ['mark', { isUrgent: 'set', isPinned: 'keep', isLegacy: 'unset' }, { step: 'mark', isUrgent: true, isLegacy: false }],
] as [BulkStep, BulkValues, object][])('%s with %j tells each %j', (step, values, take) => expect(takeFor(step, values, event)).toEqual(take))

test.each([
  ['dispatch', { toSuggested: true }, { id: 'e1', suggestedUnit: null }, '事项规则没有建议单位'],
  ['dispatch', { unit: 'u2' }, { id: 'e1', suggestedUnit: null }, undefined],
  ['merge', { into: 'e1' }, event, '这件就是主件'],
  ['merge', { into: 'e2' }, event, undefined],
] as const)('%s with %j of %j is left out: %s', (step, values, one, words) => expect(leftOut(step, values, one)).toBe(words))

const before = { isUrgent: false, isPinned: true, isLegacy: false }
test.each([
  ['mark', 'handling', { step: 'mark', ...before }],
  ['merge', 'reported', { step: 'unmerge', reason: '撤销批量并案' }],
  ['merge', 'filed', undefined],
  ['dispatch', 'filed', { step: 'recall', reason: '撤销批量派遣' }],
  ['file', 'accepted', undefined],
] as const)('%s of one that is %s is taken back by %j', (step, status, take) => expect(inverseOf(step, { ...before, status })).toEqual(take))
