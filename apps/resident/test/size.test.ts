import assert from 'node:assert/strict'
import { readFileSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { built } from './built.mjs'

function bytesIn(folder: string, ends: RegExp): number {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => ends.test(file))
  return files.reduce((sum, file) => sum + statSync(join(folder, file)).size, 0)
}

test('the mini-program stays well below the 2 MB that WeChat takes as one package', async () => {
  // What is compressed beside it is for a web server, and no part of the package.
  assert.ok(bytesIn(await built('weapp'), /\.(?!br$|gz$)\w+$/) < 1024 * 1024)
})

test('H5 opens on a slow phone: scripts and styles below 600 KB before compression', async () => {
  assert.ok(bytesIn(await built('h5'), /\.(js|css)$/) < 600 * 1024)
})

test('nothing that checks input travels to the phone: types of the contract only', async () => {
  for (const end of ['h5', 'weapp'] as const) {
    const folder = await built(end)
    const scripts = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.js'))
    assert.deepEqual(scripts.filter((file) => /ZodType|safeParse|invalid_union/.test(readFileSync(join(folder, file), 'utf8'))), [])
  }
})
