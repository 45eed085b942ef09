import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hotlineAnswerOf, type HotlineTold } from './hotline.ts'

const now = new Date('2026-03-02T09:00:00+08:00')
const whole: HotlineTold = { isTrue: true, isBeyondDuty: false, isContacted: true, isSolved: true }

test('what 12345 wants to know is whole, or says what is missing', () => {
  const cases: [HotlineTold, string[]][] = [
    [{}, ['isTrue', 'isBeyondDuty', 'isContacted', 'isSolved']], [whole, []], [{ ...whole, isBeyondDuty: true }, ['beyondKind']], [{ ...whole, isBeyondDuty: true, beyondKind: '超出行政范围类' }, []],
    [{ ...whole, isSolved: false, unsolvedReason: '' }, ['unsolvedReason']], [{ ...whole, contactedAt: '2026-03-02T09:01:00+08:00' }, ['contactedAt']],
  ]
  for (const [told, missing] of cases) assert.deepEqual(Object.keys(hotlineAnswerOf(told, now).wrong ?? {}), missing, JSON.stringify(told))
})

test('what does not apply is left out, and one spoke with them now unless told otherwise', () => {
  assert.deepEqual(hotlineAnswerOf({ ...whole, beyondKind: '写了又改', unsolvedReason: '写了又改' }, now).answer, { ...whole, beyondKind: null, contactedAt: now.toISOString(), unsolvedReason: null })
  assert.deepEqual(hotlineAnswerOf({ ...whole, isContacted: false, contactedAt: '2026-03-01T09:00:00+08:00' }, now).answer?.contactedAt, null)
})
