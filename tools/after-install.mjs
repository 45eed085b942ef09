import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

// Runs after the root's install, on whatever Node.js is there.
const root = join(import.meta.dirname, '..')

// npm 10 forgets the link of our own Node.js where other platforms' packages were left out; npm run finds it by this link.
const own = `node-${process.platform}-${process.arch}`
const link = join(root, 'node_modules/.bin/node')
if (process.platform !== 'win32' && !existsSync(link) && existsSync(join(root, 'node_modules', own))) symlinkSync(`../${own}/bin/node`, link)

// The resident app has a lock file of its own, because Taro cannot live in the workspace: installed once for each lock.
const resident = join(root, 'apps/resident')
const mark = join(resident, 'node_modules/.installed')
const wanted = createHash('sha256').update(readFileSync(join(resident, 'package-lock.json'))).digest('hex')
if (!existsSync(mark) || readFileSync(mark, 'utf8') !== wanted) {
  const { status } = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: resident, stdio: 'inherit', shell: process.platform === 'win32' })
  if (status !== 0) process.exit(status ?? 1)
  writeFileSync(mark, wanted)
}
