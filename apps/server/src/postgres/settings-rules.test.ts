import assert from 'node:assert/strict'
import { test } from 'node:test'
import { forMemory } from './settings-rules.ts'

const gb = 2 ** 30
for (const [memory, buffers, cache] of [[1, 256, 1024], [2, 256, 1024], [4, 512, 1024], [8, 1024, 2048], [24, 2048, 6144], [512, 2048, 65_536]] as const) {
  test(`${memory} GB: ${buffers} MB of its own`, () => assert.deepEqual(forMemory(memory * gb), { shared_buffers: `${buffers}MB`, effective_cache_size: `${cache}MB` }))
}
