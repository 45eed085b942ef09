import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

// The resident app has a lock file of its own (Taro cannot live in the workspace): the root's install installs it, once for each lock.
const folder = join(import.meta.dirname, '../apps/resident')
const mark = join(folder, 'node_modules/.installed')
const wanted = createHash('sha256').update(readFileSync(join(folder, 'package-lock.json'))).digest('hex')
if (!existsSync(mark) || readFileSync(mark, 'utf8') !== wanted) {
  const { status } = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: folder, stdio: 'inherit', shell: process.platform === 'win32' })
  if (status !== 0) process.exit(status ?? 1)
  writeFileSync(mark, wanted)
}
