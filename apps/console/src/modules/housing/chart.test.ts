import { expect, test } from 'vitest'
import { answerTo, entrancesOf, isBuilding, legendOf, unitWords } from './chart.ts'
import type { Unit } from './chart.ts'

const unit = (room: string, rest: Partial<Unit> = {}): Unit => ({ id: room, area: '/33/99/01/008/001/001/b0001/', entrance: '', floor: 1, room, part: '', address: room, use: null, state: null, people: 0, eldest: null, groups: [], checkedAt: '2026-03-01T00:00:00.000Z', ...rest })
const today = '2026-03-02'

test('a building is drawn from the top down, entrance by entrance; shops without an entrance stand last, rooms without a floor at the bottom', () => {
  const units = [unit('商铺1', { floor: null }), unit('101', { entrance: '1' }), unit('102', { entrance: '1' }), unit('201', { entrance: '1', floor: 2 }), unit('车库', { entrance: '1', floor: -1 }), unit('传达室', { entrance: '1', floor: null }), unit('101', { entrance: '2' })]
  expect(entrancesOf(units).map(({ entrance, floors }) => [entrance, floors.map(({ floor, units: own }) => [floor, own.map(({ room }) => room)])])).toEqual([
    ['1', [[2, ['201']], [1, ['101', '102']], [-1, ['车库']], [null, ['传达室']]]], ['2', [[1, ['101']]]], ['', [[null, ['商铺1']]]],
  ])
})

test.each([
  ['lived', { people: 0 }, '无人'], ['lived', { people: 1 }, '1 人'], ['lived', { people: 4 }, '2–4 人'], ['lived', { people: 5 }, '5 人以上'],
  ['empty', { state: '04' }, '空置'], ['empty', { state: '04', people: 2 }, '空置但有人'], ['empty', {}, '未登记人'], ['empty', { people: 1 }, '有人住'],
  ['rented', { state: '02' }, '出租'], ['rented', { state: '01' }, '自住'], ['rented', {}, '待核实'],
  ['alone', {}, '无人'], ['alone', { people: 2, eldest: 90 }, '2 人以上'], ['alone', { people: 1 }, '年龄不详'], ['alone', { people: 1, eldest: 59 }, '不满 60 岁'], ['alone', { people: 1, eldest: 60 }, '60–79 岁'], ['alone', { people: 1, eldest: 80 }, '80 岁以上'],
  ['care', { people: 1, groups: ['01'] as string[] }, '有'], ['care', { people: 1 }, '没有'], ['care', {}, '无人'], ['list', {}, '未选'],
  ['stale', { checkedAt: '2025-03-02T04:00:00.000Z' }, '一年以内'], ['stale', { checkedAt: '2025-03-01T04:00:00.000Z' }, '一年以上'],
] as const)('asked %s, a unit with %j is %s', (question, rest, words) => expect(answerTo(question, unit('101', rest), { today }).words).toBe(words))

test('one group of care is asked for, or who a list has', () => {
  const one = unit('101', { people: 1, groups: ['02'] })
  expect([answerTo('care', one, { today, group: '02' }).words, answerTo('care', one, { today, group: '01' }).words]).toEqual(['有', '没有'])
  expect([answerTo('list', one, { today, marked: new Map([['101', 1]]) }).words, answerTo('list', one, { today, marked: new Map() }).words]).toEqual(['符合', '不符合'])
})

test('the legend counts each answer', () => {
  expect(legendOf([unit('101', { people: 1 }), unit('102', { people: 1 }), unit('103')].map((one) => answerTo('lived', one, { today }))).map(({ words, count }) => [words, count])).toEqual([['1 人', 2], ['无人', 1]])
})

test('a door is called within its building', () => {
  expect([unitWords({ entrance: '2', room: '501', part: '' }), unitWords({ entrance: '', room: '501', part: '1' })]).toEqual(['2单元501', '501-1'])
  expect([isBuilding('/33/99/01/008/001/001/b0001/'), isBuilding('/33/99/01/008/001/001/')]).toEqual([true, false])
})
