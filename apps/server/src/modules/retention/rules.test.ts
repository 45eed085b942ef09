import assert from 'node:assert/strict'
import { test } from 'node:test'
import { shipped } from '../processing/index.ts'
import { due, free, isSwept, monthsBefore } from './rules.ts'

const cases: [string, number, string][] = [['2026-03-02', 12, '2025-03-02'], ['2026-03-31', 1, '2026-02-28'], ['2024-03-31', 1, '2024-02-29'], ['2026-01-15', 1, '2025-12-15'], ['2026-01-31', 36, '2023-01-31']]
for (const [day, months, expected] of cases) test(`${months} months before ${day}`, () => assert.equal(monthsBefore(day, months), expected))

const items = [{ item: 'person.phone', keepMonths: 12, version: 0 }, { item: 'person.name', keepMonths: 36, version: 0 }, { item: 'person.note', keepMonths: null, version: 1 }]

test('a field goes when its own time has come, once, and never where it is an archive', () => {
  const names = (goneOn: string, fields: string[] = []) => due(items, { goneOn, fields }, '2026-03-02').map(({ item }) => item)
  assert.deepEqual([names('2025-03-02'), names('2025-03-01'), names('2025-03-01', ['phone']), names('2020-01-01')], [[], ['person.phone'], [], ['person.phone', 'person.name']])
})

test('what is held stays, and a hold on everything holds all', () => {
  assert.deepEqual([free(items, []).length, free(items, ['person.phone']).map(({ item }) => item), free(items, [null])], [2, ['person.name'], []])
})

test('whatever the register keeps for a time has a way to go when it is over', () => {
  // A resident who closes the account is forgotten at once, and papers go with the name of whom they are of.
  const atOnce = ['account.resident', 'copy.document']
  assert.deepEqual(shipped.filter((one) => one.keepMonths !== null && !isSwept(one) && !atOnce.includes(one.item)).map(({ item }) => item), [])
  assert.deepEqual(shipped.filter((one) => one.keepMonths === null && isSwept(one)).map(({ item }) => item), [])
})
