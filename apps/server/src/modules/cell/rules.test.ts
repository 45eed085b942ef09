import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Field } from '@linli/contract'
import { openReader } from './rules.ts'

const groups: Field = { name: 'groups', label: '关爱类别', type: 'codes', table: 'careGroup', part: 'care' }
const known = { today: '2026-03-02', tables: { careGroup: { entries: [{ code: '01', label: '独居老人' }], retired: [{ code: '71', label: '老年食堂用餐对象' }] } } }
const read = openReader([{ at: 0, title: '人群', field: groups }], known)

for (const [cell, values, faults] of [
  ['独居老人', ['01'], []], ['独居老人、老年食堂用餐对象', ['01', '71'], [['code.retired', true]]], ['71', ['71'], [['code.retired', true]]], ['没有这种', undefined, [['value', false]]],
] as [string, string[] | undefined, [string, boolean][]][]) {
  test(`a file says “${cell}”: what is offered no more comes in with a warning, what never was is a fault`, () => {
    const row = read.row([cell])
    assert.deepEqual([row.values.groups, row.faults.map(({ code, isWarning }) => [code, isWarning])], [values, faults])
  })
}
