import assert from 'node:assert/strict'
import { test } from 'node:test'
import { spanOf, toTheMonthsEnd } from './rules.ts'

test('a period that reaches today is read to the end of the month, one that is over as it is', () => {
  const today = '2026-11-27'
  assert.deepEqual(toTheMonthsEnd(spanOf('days30', today), today), { from: '2026-10-29', until: '2026-12-01' })
  assert.deepEqual(toTheMonthsEnd(spanOf('month', today), today), { from: '2026-11-01', until: '2026-12-01' })
  assert.deepEqual(toTheMonthsEnd(spanOf('day', '2026-12-31'), '2026-12-31'), { from: '2026-12-31', until: '2027-01-01' })
  assert.deepEqual(toTheMonthsEnd(spanOf('days30', '2026-11-26'), today), { from: '2026-10-28', until: '2026-11-27' })
})
