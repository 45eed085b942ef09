import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newId } from './id.ts'

test('an id is a UUID of version 7 that begins with its moment', () => {
  const id = newId(new Date(0x0123_4567_89ab))
  assert.match(id, /^01234567-89ab-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
})

test('ids of one moment stand in the order they were made, and none comes twice', () => {
  const now = new Date('2026-03-02T09:00:00+08:00')
  const ids = Array.from({ length: 2000 }, (_, at) => [newId(new Date(now.getTime() + at % 20)), newId(now)][1]!)
  assert.deepEqual(ids, ids.toSorted())
  assert.equal(new Set(ids).size, ids.length)
})
