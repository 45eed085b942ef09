import { expect, test } from 'vitest'
import { groupsOf, householdTitle } from './found.ts'

const place = { area: '/33/', areaName: '东苑社区', address: '文澜苑3幢1单元501室', housing: null }
const enterprise = { ...place, id: 'e', name: '示例面馆', sort: '02', creditCode: null, industry: null, state: null, attention: null, phone: null, placeKinds: [], tags: [], changedAt: '2026-01-01T00:00:00Z' }
const household = { ...place, id: 'h', no: null, kind: null, head: { id: 'p', name: '王示一' }, people: 3, tags: [], endedOn: null, changedAt: '2026-01-01T00:00:00Z' }

test('every kind that was found stands under its word, and none that was not', () => {
  const groups = groupsOf({ people: [], housing: [], enterprises: [enterprise], things: [] }, { households: [household], tags: ['沿街'] })
  expect(groups.map(({ title, rows }) => [title, rows.map((row) => [row.title, row.to, row.about])])).toEqual([
    ['企业组织', [['示例面馆', '/enterprise/e', '文澜苑3幢1单元501室']]],
    ['家庭户', [['王示一户', '/household/h', '文澜苑3幢1单元501室']]],
    ['标签', [['沿街', '/person?tag=%E6%B2%BF%E8%A1%97', '这个标签的人'], ['沿街', '/enterprise?tag=%E6%B2%BF%E8%A1%97', '这个标签的企业组织']]],
  ])
  expect(groupsOf(undefined, { tags: ['沿街'] })).toEqual([])
})

test.each([[{ head: { id: 'p', name: '王示一' }, no: '12' }, '王示一户'], [{ head: null, no: '12' }, '户号 12'], [{ head: null, no: null }, '未定户主的一户']])('%o is called %s', (row, words) => expect(householdTitle(row)).toBe(words))
