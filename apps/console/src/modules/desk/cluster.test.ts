import { expect, test } from 'vitest'
import { boxAsked, pressed, toneOf, wordsOf } from './cluster.ts'
import type { Cluster } from './cluster.ts'

const dot = (light: Cluster['newest'][number]['light']): Cluster['newest'][number] => ({ id: '1', title: '路灯不亮', status: 'reported', light })
const cluster = (count: number, red: number, yellow: number, newest = [dot('green')]): Cluster => ({ lng: 120, lat: 30, count, red, yellow, newest })

test.each([
  [cluster(5, 1, 2), 'red', '5 件事件，1 件已超时，2 件即将超时'],
  [cluster(5, 0, 2), 'yellow', '5 件事件，2 件即将超时'],
  [cluster(5, 0, 0), 'green', '5 件事件'],
  [cluster(1, 0, 0, [dot(null)]), 'plain', '路灯不亮，待受理'],
  [cluster(1, 1, 0, [dot('red')]), 'red', '路灯不亮，待受理，已超时'],
] as const)('%j is %s and says %s', (one, tone, words) => {
  expect([toneOf(one), wordsOf(one)]).toEqual([tone, words])
})

test.each([[1, 12, 'open'], [2, 12, 'nearer'], [2, 18, 'list'], [40, 15, 'nearer'], [40, 18, 'list']] as const)('%d at zoom %d: %s', (count, zoom, act) => expect(pressed(cluster(count, 0, 0), zoom)).toBe(act))

test('what is asked for holds what is seen and stays within reach', () => {
  expect(boxAsked([[120.01234, 30.05678], [120.09871, 30.09999]])).toEqual({ west: 120.012, south: 30.056, east: 120.099, north: 30.1 })
  expect(boxAsked([[-180, -85], [180, 85]])).toEqual({ west: 73, south: 3, east: 136, north: 54 })
})
