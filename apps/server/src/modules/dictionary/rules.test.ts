import assert from 'node:assert/strict'
import { test } from 'node:test'
import { currentOf, tableNamed, type EntryRow } from './rules.ts'

const row = (code: string, area: string, valid_from: string, valid_until: string | null): EntryRow => ({ code, area, valid_from, valid_until })
const own = '/33/99/01/008/'

const cases: [string, EntryRow[], [string, string][]][] = [
  ['the valid version', [row('01', '/', '2020-01-01', '2026-01-01'), row('01', '/', '2026-01-01', null)], [['/', '2026-01-01']]],
  ['the latest of retired ones', [row('01', '/', '2020-01-01', '2021-01-01'), row('01', '/', '2021-01-01', '2022-01-01')], [['/', '2021-01-01']]],
  ['a valid one of the standard before a retired own', [row('01', own, '2020-01-01', '2021-01-01'), row('01', '/', '2020-01-01', null)], [['/', '2020-01-01']]],
  ['own before the standard’s', [row('01', '/', '2020-01-01', null), row('01', own, '2020-01-01', null)], [[own, '2020-01-01']]],
]
for (const [words, rows, expected] of cases) test(`one row a code: ${words}`, () => assert.deepEqual(currentOf(rows, '2026-03-01').map(({ area, valid_from }) => [area, valid_from]), expected))

test('only tables of the standards are known, and nothing an object brings by itself', () => {
  assert.equal(tableNamed('sex')?.title, '性别')
  for (const name of ['nothing', 'toString', '__proto__']) assert.equal(tableNamed(name), undefined)
})
