import { expect, test } from 'vitest'
import { otherEnd, sinceWords, waysOf } from './relation-view.ts'
import type { RelationRow } from './relation-view.ts'

const none: RelationRow = { id: 'r', kind: 'family', person: null, relative: null, enterprise: null, housing: null, building: null, role: null, since: null, until: null, mayEdit: true }
const [wang, li, shop, home] = [{ id: 'w', name: '王示一' }, { id: 'l', name: '李例二' }, { id: 's', name: '示例店' }, { id: 'h', name: '3幢501室' }]

test.each([
  [{ ...none, person: wang, relative: li }, 'person', 'w', '配偶', ['配偶', '李例二', '/person/l']],
  [{ ...none, person: wang, relative: li }, 'person', 'l', '子', ['亲属（对方登记为其子）', '王示一', '/person/w']],
  [{ ...none, kind: 'employer', person: wang, enterprise: shop }, 'enterprise', 's', '', ['从业人员', '王示一', '/person/w']],
  [{ ...none, kind: 'legalPerson', person: wang, enterprise: shop }, 'person', 'w', '', ['任法定代表人的单位', '示例店', '/enterprise/s']],
  [{ ...none, kind: 'legalPerson', person: wang, enterprise: shop }, 'enterprise', 's', '', ['法定代表人', '王示一', '/person/w']],
  [{ ...none, kind: 'employer', person: wang, enterprise: shop }, 'person', 'w', '', ['工作单位', '示例店', '/enterprise/s']],
  [{ ...none, kind: 'landlord', enterprise: shop, housing: home }, 'housing', 'h', '', ['房东', '示例店', '/enterprise/s']],
  [{ ...none, kind: 'landlord', person: wang, housing: home }, 'person', 'w', '', ['出租的房屋', '3幢501室', '/housing/h']],
  [{ ...none, kind: 'steward', person: wang, building: { id: '/33/b/', name: '3幢' } }, 'person', 'w', '', ['任楼栋长的楼幢', '3幢', '/housing?area=%2F33%2Fb%2F']],
  [{ ...none, person: wang, relative: { id: 'x', name: null } }, 'person', 'w', '', ['亲属', null, null]],
] as const)('relation %# as it stands on the page of %s', (row, of, id, kinship, expected) => {
  const { words, name, to } = otherEnd(row as RelationRow, of, id, kinship)
  expect([words, name, to]).toEqual(expected)
})

test('every kind of record enters its own relations', () => expect([waysOf('building').map(({ kind }) => kind), waysOf('housing').map(({ other }) => other)]).toEqual([['steward'], ['person', 'enterprise']]))

test.each([[null, null, ''], ['2024-01-01', null, '2024-01-01 起'], ['2024-01-01', '2025-01-01', '2024-01-01 至 2025-01-01'], [null, '2025-01-01', '… 至 2025-01-01']])('%s – %s: %s', (since, until, words) => expect(sinceWords({ since, until })).toBe(words))
