import { expect, test } from 'vitest'
import { isGone, isPale, metresWords, nearestOf } from './presence.ts'
import type { Worker } from './presence.ts'

const now = Date.parse('2026-03-02T10:00:00+08:00')
const worker = (name: string, lng: number, minutes = 1, unit = 'u'): Worker => ({ account: name, name, kind: 'unit', post: '部门经办人', unit: { id: unit, name: '环卫所' }, area: '/33/99/01/008/', since: new Date(now - 3_600_000).toISOString(), at: new Date(now - minutes * 60_000).toISOString(), accuracy: 10, open: 0, phone: null, point: { lng, lat: 30 } })

test('the nearest of the unit are told, the nearest first; of others and of who is silent nothing', () => {
  const workers = [worker('远', 120.01), worker('近', 120.001), worker('更远', 120.02), worker('久', 120, 16), worker('别的', 120, 1, 'v')]
  expect(nearestOf(workers, { unit: 'u', point: { lng: 120, lat: 30 }, now }).map(({ worker: { name }, metres }) => [name, metresWords(metres)])).toEqual([['近', '100 米'], ['远', '960 米']])
})

test.each([[1, false, false], [15, false, false], [16, true, false], [60, true, false], [61, true, true]])('after %i minutes pale is %s and gone %s', (minutes, pale, gone) => {
  const one = worker('一', 120, minutes)
  expect([isPale(one, now), isGone(one, now)]).toEqual([pale, gone])
})

test.each([[3, '10 米'], [994, '990 米'], [996, '1.0 公里'], [2340, '2.3 公里']])('%i metres are %s', (metres, words) => expect(metresWords(metres)).toBe(words))
