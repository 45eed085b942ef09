import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import { defaultCalendar } from '@linli/standards'
import { endsAt, heldBy, kindOf } from './rules.ts'

const ends = (now: string) => {
  const { duty, day } = endsAt(defaultCalendar, new Date(now))
  return [duty?.toISOString() ?? null, day.toISOString()]
}

test('sharing ends with the working day, or at midnight where the office is closed', () => {
  deepEqual(ends('2026-03-02T09:00:00+08:00'), ['2026-03-02T09:30:00.000Z', '2026-03-02T16:00:00.000Z'])
  deepEqual(ends('2026-03-02T17:30:00+08:00'), [null, '2026-03-02T16:00:00.000Z'])
  deepEqual(ends('2026-03-01T09:00:00+08:00'), [null, '2026-03-01T16:00:00.000Z'], 'a Sunday')
  deepEqual(ends('2026-03-02T00:00:00+08:00'), ['2026-03-02T09:30:00.000Z', '2026-03-02T16:00:00.000Z'])
})

test('who it is, by the side they come from and their post', () => {
  deepEqual([['unit', 'handler'], ['staff', 'gridWorker'], ['staff', 'steward'], ['staff', 'secretary']].map(([side, role]) => kindOf(side as 'unit', role!)), ['unit', 'grid', 'steward', 'community'])
})

test('what a person holds is theirs alone, what a unit holds is whosever it is', () => {
  const open = [{ unit: 'u', person: 'p', n: 2 }, { unit: 'u', person: null, n: 3 }, { unit: null, person: null, n: 9 }]
  equal(heldBy(open, 'unit', 'u'), 5)
  equal(heldBy(open, 'person', 'p'), 2)
})
