import assert from 'node:assert/strict'
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'

const built = (end: string) => fileURLToPath(new URL(`../dist/${end}`, import.meta.url))

function bytesIn(folder: string, ends: RegExp): number {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => ends.test(file))
  return files.reduce((sum, file) => sum + statSync(join(folder, file)).size, 0)
}

test('the mini-program stays well below the 2 MB that WeChat takes as one package', () => {
  assert.ok(bytesIn(built('weapp'), /\.\w+$/) < 1024 * 1024)
})

test('H5 opens on a slow phone: scripts and styles below 600 KB before compression', () => {
  assert.ok(bytesIn(built('h5'), /\.(js|css)$/) < 600 * 1024)
})
