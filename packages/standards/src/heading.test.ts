import assert from 'node:assert/strict'
import { test } from 'node:test'
import { headingOf, numberPrefix } from './heading.ts'

test('titles and numbers', () => {
  assert.equal(headingOf(undefined, '楼道里有人给电动车充电。已经三天了'), '楼道里有人给电动车充电')
  assert.equal(headingOf(' ', '一二三四五六七八九十一二三四五六七八九十一二三四五六'), '一二三四五六七八九十一二三四五六七八九十一二三…')
  assert.equal(numberPrefix(new Date('2026-03-02T23:59:58+08:00')), '260302235958')
})
