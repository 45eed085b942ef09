import { expect, test } from 'vitest'
import { alone, conditionsOf, dutiesOf, pointsOf } from './rule-words.ts'

const duty = { role: 'socialWorker', limit: { amount: 3, unit: 'workingDay' } } as const

test('a rule is said as a sentence', () => {
  expect(conditionsOf({ days: 90, matters: [{ code: 'B01', name: '飞线充电' }], groups: ['01'], areas: [] }, () => '独居老人')).toBe('近 90 天，事项是飞线充电，类别是独居老人')
  expect(conditionsOf({ days: null, matters: [], groups: [], areas: [] })).toBe('全部')
  expect([pointsOf({ from: 2, to: 6, scale: 'linear', weight: 40, unit: '次' }), pointsOf({ from: 0, to: 1, scale: 'step', weight: 25, unit: '项' })]).toEqual(['2–6 次按比例计分，最多 40 分', '达到 1 项计 25 分'])
  expect(alone({ unit: '天', thresholds: { red: 5, orange: null, yellow: 3, blue: null } })).toBe('3 天起黄色，5 天起红色')
  expect(dutiesOf({ duties: { red: null, orange: duty, yellow: null, blue: null } })).toBe('橙色由社区工作者在 3 工作日内处置')
})
