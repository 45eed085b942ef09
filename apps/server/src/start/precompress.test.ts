import { deepEqual } from 'node:assert/strict'
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { precompress } from './precompress.ts'

test('what is long and text is packed both ways beside itself; again over what was there before', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'linli-packed-'))
  try {
    mkdirSync(join(folder, 'assets'))
    for (const [name, text] of Object.entries({ 'index.html': '短', 'assets/app.js': '旧'.repeat(5000), 'assets/photo.png': 'x'.repeat(5000) })) writeFileSync(join(folder, name), text)
    await precompress(folder)
    writeFileSync(join(folder, 'assets/app.js'), '新'.repeat(5000))
    await precompress(folder)
    deepEqual(readdirSync(folder, { recursive: true }).toSorted(), ['assets', 'assets/app.js', 'assets/app.js.br', 'assets/app.js.gz', 'assets/photo.png', 'index.html'])
    const read = (ending: string) => readFileSync(join(folder, `assets/app.js${ending}`))
    deepEqual([brotliDecompressSync(read('.br')).toString(), gunzipSync(read('.gz')).toString()], ['新'.repeat(5000), '新'.repeat(5000)])
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
