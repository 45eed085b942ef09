import { expect, test } from 'vitest'
import { changeWords, numberWords, rankWords } from './number-words.ts'

test.each([
  [1204, 'event', '1,204'], [0.9337, 'share', '93.4%'], [125, 'minute', '2 小时 5 分'], [null, 'share', '—'], [0, 'share', '0.0%'], [50.26, 'density', '50.3'],
] as const)('%s %s reads %s', (value, unit, words) => expect(numberWords(value, unit)).toBe(words))

test.each([
  [12, 10, 'event', '升 20.0%'], [8, 10, 'event', '降 20.0%'], [5, 5, 'event', '持平'], [3, 0, 'event', '无可比（原为 0）'], [0.9901, 0.9903, 'share', '持平'], [0.1, 0, 'share', '升 10.0 个百分点'], [0.9, 0.95, 'share', '降 5.0 个百分点'], [60, 30, 'minute', '升 100.0%'], [null, 1, 'share', '无可比'], [1, null, 'share', '无可比'],
] as const)('%s after %s (%s) reads %s', (value, then, unit, words) => expect(changeWords(value, then, unit)).toBe(words))

test.each([
  [[2, 3], '第 2，升 1 位'], [[3, 1], '第 3，降 2 位'], [[1, 1], '第 1，持平'], [[4, null], '第 4'], [[null, 2], ''],
] as const)('ranks %j read %s', (ranks, words) => expect(rankWords(ranks)).toBe(words))
