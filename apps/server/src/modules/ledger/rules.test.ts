import assert from 'node:assert/strict'
import { test } from 'node:test'
import { housingFields, personFields, type Value } from '@linli/contract'
import { codeTables } from '@linli/standards'
import { faultsOfColumns, spanOf, understand } from './condition-rules.ts'
import { mayTake, type Standing } from './export-rules.ts'
import { fieldItems, madeItems, ownOptions } from './item-rules.ts'
import { changesOf, openMonths } from './month-rules.ts'

const items = [...fieldItems('person', personFields), ...fieldItems('housing', housingFields), ...madeItems]
const catalogue = { items, today: '2026-03-31', options: ({ table = '' }: { table?: string }) => ownOptions[table] ?? codeTables[table]?.entries ?? [] }
const one = (field: string, by: 'in' | 'has' | 'from' | 'until' | 'within' | 'known', value: Value = null) => {
  const { groups, faults } = understand(catalogue, 'person', [{ any: [{ field, by, value, isNot: false }] }])
  return faults[0]?.message ?? groups[0]![0]!
}

const understood: [string, Parameters<typeof one>, object][] = [
  ['a code', ['sex', 'in', '1'], { strings: ['1'] }], ['several codes', ['groups', 'in', ['01', '09']], { strings: ['01', '09'] }], ['a number', ['person.age', 'from', 80], { numbers: [80] }], ['a number as text', ['person.age', 'until', '90'], { numbers: [90] }],
  ['a day', ['birth', 'from', '1950-3-1'], { span: { from: '1950-03-01', until: null } }], ['a year ago', ['record.checkedOn', 'until', '-1y'], { span: { from: null, until: '2025-03-31' } }],
  ['a month ahead has fewer days', ['record.checkedOn', 'from', '-1m'], { span: { from: '2026-02-28', until: null } }], ['this month', ['housing.leaseUntil', 'within', 'thisMonth'], { span: { from: '2026-03-01', until: '2026-03-31' } }],
  ['yes', ['residency.isMain', 'in', false], { isTrue: false }], ['part of a text', ['workplace', 'has', ' 示例 '], { strings: ['示例'] }], ['something is known', ['phone', 'known'], { by: 'known' }], ['an area', ['place.area', 'in', ['/33/99/01/008/']], { strings: ['/33/99/01/008/'] }],
]
for (const [name, args, expected] of understood) test(`understood: ${name}`, () => assert.partialDeepStrictEqual(one(...args), expected))

const refused: [string, Parameters<typeof one>, RegExp][] = [
  ['nobody knows the field', ['fancy', 'known'], /没有这一项/], ['not a field of this base', ['constructor', 'known'], /没有这一项/], ['a code that is none', ['sex', 'in', '7'], /没有“7”这个选项/], ['a whole number', ['certificateNumber', 'in', '339901195003010128'], /不能这样问/],
  ['a number in words', ['note', 'has', '电话13900000001'], /全库查找/], ['what is sealed', ['health', 'known'], /不能作为条件/], ['no day', ['birth', 'from', '1950年'], /请填写日期/], ['no number', ['person.age', 'from', '八十'], /请填写数字/],
  ['no period', ['birth', 'within', 'toString'], /没有这段时间/], ['nothing to compare with', ['sex', 'in', []], /请填写/], ['only shown', ['owner.name', 'has', '王'], /不能作为条件/], ['yes or no', ['residency.isMain', 'in', '是'], /请选/],
]
for (const [name, args, expected] of refused) test(`refused: ${name}`, () => assert.match(String(one(...args)), expected))

test('a fault names its condition, a column its place; housing has no people', () => {
  const { faults } = understand(catalogue, 'housing', [{ any: [{ field: 'housing.state', by: 'in', value: '04', isNot: false }] }, { any: [{ field: 'housing.use', by: 'in', value: '01', isNot: true }, { field: 'name', by: 'has', value: '王', isNot: false }] }])
  assert.deepEqual(faults.map(({ path }) => path), ['conditions.1.any.1'])
  assert.deepEqual(faultsOfColumns(items, 'housing', [{ field: 'housing.use', label: '用途' }, { field: null, label: '备注' }, { field: 'name', label: '姓名' }]).map(({ path }) => path), ['columns.2'])
})

test('months and periods end where they end', () => {
  assert.deepEqual([spanOf('lastMonth', '2026-01-15'), spanOf('nextMonth', '2026-12-31'), spanOf('thisYear', '2026-05-01'), spanOf('today', '2026-05-01')], [
    { from: '2025-12-01', until: '2025-12-31' }, { from: '2027-01-01', until: '2027-01-31' }, { from: '2026-01-01', until: '2026-12-31' }, { from: '2026-05-01', until: '2026-05-01' },
  ])
})

test('no two items have one name, and each has somewhere to be shown', () => {
  assert.equal(new Set(items.map(({ name }) => name)).size, items.length)
  for (const item of items) assert.ok(item.bases.length > 0 && item.label.length > 0, item.name)
})

test('what stands today may be kept for this month, and until the tenth for the last', () => {
  assert.deepEqual(['2026-03-31', '2026-04-10', '2026-04-11', '2026-01-01'].map(openMonths), [['2026-03-01'], ['2026-04-01', '2026-03-01'], ['2026-04-01'], ['2026-01-01', '2025-12-01']])
})

test('cells are compared by the name of their column; one that was not there before is no change', () => {
  const side = (columns: string[], cells: (string | null)[], marks: (string | null)[] = cells.map(() => null)) => ({ columns: columns.map((label) => ({ label })), cells, marks })
  assert.deepEqual(changesOf(side(['姓名', '电话'], ['王', '139'], [null, 'a']), side(['电话', '姓名', '单位'], ['139', '李', '厂'], ['b', null, null])), [{ label: '电话', before: '139', now: '139' }, { label: '姓名', before: '王', now: '李' }])
  assert.deepEqual(changesOf(side(['姓名'], ['王']), side(['姓名'], ['王'])), [])
})

test('an export is taken while it is agreed to; one that was begun, for ten minutes more', () => {
  const now = new Date('2026-03-02T09:00:00Z')
  const at = (minutes: number) => new Date(now.getTime() + minutes * 60_000)
  const agreed = { status: 'agreed', isWhole: true, expiresAt: at(1), begunAt: null, takenAt: null }
  const cases: [Partial<Standing>, boolean][] = [[{}, true], [{ expiresAt: at(-1) }, false], [{ status: 'asked' }, false], [{ status: 'refused' }, false], [{ status: 'taken', begunAt: at(-9) }, true], [{ status: 'taken', begunAt: at(-11) }, false], [{ status: 'taken', begunAt: at(-1), takenAt: at(-1) }, false]]
  for (const [more, expected] of cases) assert.equal(mayTake({ ...agreed, ...more }, now), expected, JSON.stringify(more))
})
