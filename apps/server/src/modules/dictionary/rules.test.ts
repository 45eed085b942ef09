import assert from 'node:assert/strict'
import { test } from 'node:test'
import { tableNamed } from './rules.ts'

test('only tables of the standards are known, and nothing an object brings by itself', () => {
  assert.equal(tableNamed('sex')?.title, '性别')
  for (const name of ['nothing', 'toString', '__proto__']) assert.equal(tableNamed(name), undefined)
})
