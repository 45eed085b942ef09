import assert from 'node:assert/strict'
import { test } from 'node:test'
import { toldMoment } from './told-moment.ts'

const [since, now] = [new Date('2026-03-02T09:00:00+08:00'), new Date('2026-03-02T12:00:00+08:00')]

for (const [told, at, why] of [
  [undefined, null, 'nothing was told'],
  ['2026-03-02T10:30:00+08:00', '2026-03-02T02:30:00.000Z', 'done in a cellar'],
  ['2026-03-02T09:00:00+08:00', '2026-03-02T01:00:00.000Z', 'at the very moment it began'],
  ['2026-03-02T11:59:20+08:00', null, 'as fast as a network is'],
  ['2026-03-02T08:59:59+08:00', null, 'before it was possible: the clock is wrong'],
  ['2026-03-02T12:10:00+08:00', null, 'not yet: the clock is wrong'],
  ['1970-01-01T00:00:00Z', null, 'a phone without a battery'],
] as const) {
  test(`${why}: ${at ?? 'now'}`, () => assert.deepEqual(toldMoment({ now, since, told }), at === null ? { at: now, heardAt: null, told: {} } : { at: new Date(at), heardAt: now, told: { takenAt: at } }))
}
