import { expect, test } from 'vitest'
import { doneWords, sides } from './claim-view.ts'
import type { Claim } from './claim-view.ts'

const claim: Claim = { id: 'c', kind: 'person', record: { id: 'p', name: '王示一' }, area: '/33/', areaName: '东苑社区', field: 'phone', label: '联系电话', value: '139****0002', present: '139****0001', source: 'steward', presentSource: 'form', by: '楼道长甲', at: '2026-03-01T00:00:00Z', status: 'open', decidedBy: null, decidedAt: null }
const plain = (value: unknown) => String(value)

test.each([
  [{}, ['139****0001', '登记表', '139****0002', '楼道长上报 · 楼道长甲']],
  [{ present: null }, ['没有登记', '', '139****0002', '楼道长上报 · 楼道长甲']],
  [{ field: 'movedOut', label: '已搬离', value: '2026-03-01', present: null, presentSource: null }, ['在册', '', '2026-03-01 搬离', '楼道长上报 · 楼道长甲']],
  [{ source: 'department' as const, by: '部门数据' }, ['139****0001', '登记表', '139****0002', '部门数据']],
])('%o stands side by side', (change, expected) => {
  const { present, said } = sides({ ...claim, ...change }, plain)
  expect([present.value, present.about, said.value, said.about]).toEqual(expected)
})

test.each([[{ done: 3, failed: [] }, '已采纳 3 条'], [{ done: 1, failed: ['这一条已经处理过了', '这一条已经处理过了'] }, '已采纳 1 条，2 条没有办成：这一条已经处理过了']])('%o: %s', (done, words) => expect(doneWords('已采纳', done)).toBe(words))
