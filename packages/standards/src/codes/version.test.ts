import assert from 'node:assert/strict'
import { test } from 'node:test'
import { currentCodes, isValidCode, type CodeVersion } from './version.ts'

const row = (code: string, area: string, valid_from: string, valid_until: string | null, is_word_on = false): CodeVersion => ({ code, area, valid_from, valid_until, is_word_on })
const own = '/33/99/01/008/'

const cases: [string, CodeVersion[], [string, string][]][] = [
  ['the valid version', [row('01', '/', '2020-01-01', '2026-01-01'), row('01', '/', '2026-01-01', null)], [['/', '2026-01-01']]],
  ['the latest of retired ones', [row('01', '/', '2020-01-01', '2021-01-01'), row('01', '/', '2021-01-01', '2022-01-01')], [['/', '2021-01-01']]],
  ['a valid one of the standard before a retired own', [row('01', own, '2020-01-01', '2021-01-01'), row('01', '/', '2020-01-01', null)], [['/', '2020-01-01']]],
  ['own before the standard’s', [row('01', '/', '2020-01-01', null), row('01', own, '2020-01-01', null)], [[own, '2020-01-01']]],
  ['an office’s word on a code of the standard before all, though it says that it is used no more', [row('01', '/', '2021-01-01', null), row('01', own, '2020-01-01', '2021-01-01', true)], [[own, '2020-01-01']]],
]
for (const [words, rows, expected] of cases) test(`one row a code: ${words}`, () => assert.deepEqual(currentCodes(rows, '2026-03-01').map(({ area, valid_from: from }) => [area, from]), expected))

test('a code is valid from its first day on, and on its last no more', () => {
  const code = row('01', '/', '2026-01-01', '2026-02-01')
  assert.deepEqual(['2025-12-31', '2026-01-01', '2026-01-31', '2026-02-01'].map((day) => isValidCode(code, day)), [false, true, true, false])
})
