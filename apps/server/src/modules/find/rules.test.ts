import assert from 'node:assert/strict'
import { test } from 'node:test'
import { makeIdentityNumber } from '@linli/standards'
import { doorOf, waysOf } from './rules.ts'

const number = makeIdentityNumber('339901', '1950-03-01', 12)
for (const [written, expected] of [
  [number.toLowerCase(), [{ by: 'number', text: number }]], ['139 0000 0001', [{ by: 'phone', text: '13900000001' }]], ['012x', [{ by: 'tail', text: '012X' }]], ['０１２８', [{ by: 'tail', text: '0128' }]],
  ['wsy', [{ by: 'initials', text: 'wsy' }, { by: 'pinyin', text: 'wsy' }]], ['Wangshiyi', [{ by: 'pinyin', text: 'wangshiyi' }]], ['王示', [{ by: 'name', text: '王示' }, { by: 'tag', text: '王示' }]], ['阿不都·示例', [{ by: 'name', text: '阿不都·示例' }, { by: 'tag', text: '阿不都·示例' }]], ['4050人员', [{ by: 'tag', text: '4050人员' }]], ['3-2-501', []], ['12', []],
] as const) test(`people by “${written}”`, () => assert.deepEqual(waysOf(written, '2026-03-02'), expected))

for (const [written, expected] of [
  ['3-2-501', { place: '', building: '3', entrance: '2', room: '501' }], ['3幢2单元501室', { place: '', building: '3', entrance: '2', room: '501' }], ['文澜苑三幢501', { place: '文澜苑', building: '3', room: '501' }], ['王示一', undefined], ['wsy', undefined], ['三幢', undefined], ['12', undefined],
  ['文澜苑3幢', { place: '文澜苑', building: '3' }], ['东柳浜1组3号201', { place: '东柳浜', group: '1', building: '3', room: '201' }], ['青屏路92号', { place: '青屏路92' }], ['青屏路92号518室', { place: '青屏路92', room: '518' }],
] as const) test(`a house by “${written}”`, () => assert.deepEqual(doorOf(written), expected))
