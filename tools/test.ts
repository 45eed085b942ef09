import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { findBrowser } from './browser.ts'

// Runs every kind of test and ends with one line that counts them. `npm test -- rules` runs only the parts whose name has that word. One part after another, but those that look at pages, which
// wait more than they work, side by side: three browsers keep two cores busy.
const root = join(import.meta.dirname, '..')
const node = process.execPath
/** A hundred and fifty files load the same modules: each is compiled once. */
const compiled = join(root, 'node_modules/.cache/compiled')
const bin = (path: string) => join(root, 'node_modules', path)

interface Part { name: string, command: string[], folder?: string, needsBrowser?: boolean, isWaiting?: boolean }

const parts: Part[] = [
  { name: 'types', command: [node, bin('typescript/bin/tsc'), '--noEmit', '-p', 'tsconfig.json'] },
  { name: 'types of the console', command: [node, bin('typescript/bin/tsc'), '--noEmit', '-p', 'apps/console/tsconfig.json'] },
  { name: 'types of the resident app', command: [node, bin('typescript/bin/tsc'), '--noEmit', '-p', 'apps/resident/tsconfig.json'] },
  { name: 'lint', command: [node, bin('oxlint/bin/oxlint'), '--deny-warnings', 'apps', 'packages', 'e2e', 'tools', 'bench'] },
  { name: 'who may know whom', command: [node, bin('dependency-cruiser/bin/dependency-cruiser.mjs'), 'apps/server/src', 'apps/console/src', 'apps/resident/src', 'packages'] },
  { name: 'row types', command: [node, 'tools/db-types.ts', '--check'] },
  { name: 'packages', command: [node, '--test', '--test-concurrency=2', 'packages/*/src/**/*.test.ts'] },
  { name: 'server', command: [node, '--test', '--test-concurrency=2', 'apps/server/**/*.test.ts'] },
  { name: 'console', command: [node, bin('vitest/vitest.mjs'), 'run'], folder: 'apps/console' },
  { name: 'resident', command: [node, '--test', '--test-concurrency=1', 'test/*.test.ts'], folder: 'apps/resident', isWaiting: true },
  { name: 'e2e', command: [node, '--test', '--test-global-setup=e2e/platform.ts', '--test-concurrency=2', 'e2e/*.test.ts'], needsBrowser: true, isWaiting: true },
]

const wanted = process.argv.slice(2)
const chosen = parts.filter(({ name }) => wanted.length === 0 || wanted.some((word) => name.includes(word)))
const browser = chosen.some(({ needsBrowser }) => needsBrowser) ? findBrowser() : undefined
const sum = { passed: 0, failed: 0, skipped: 0 }
/** What failed is told once more at the end: of half an hour's output one reads the last page. */
const faults: string[] = []
for (const part of chosen.filter(({ isWaiting }) => !isWaiting)) await take(part, (text) => process.stdout.write(text))
await Promise.all(chosen.filter(({ isWaiting }) => isWaiting).map(async (part) => {
  // What two say at once nobody can read: each is told when it has ended.
  let told = ''
  await take(part, (text) => { told += text })
  process.stdout.write(told)
}))
for (const text of faults) process.stdout.write(text)
console.log(`\n${sum.passed} passed, ${sum.failed} failed${sum.skipped > 0 ? `, ${sum.skipped} skipped` : ''}`)
process.exitCode = sum.failed > 0 || sum.passed === 0 ? 1 : 0

async function take(part: Part, tell: (text: string) => void): Promise<void> {
  if (part.needsBrowser && !browser) {
    sum.skipped += 1
    return
  }
  const began = Date.now()
  tell(`\n── ${part.name} ──\n`)
  const { code, output } = await run(part, tell)
  const { passed, failed, skipped } = counted(output, code)
  sum.passed += passed
  sum.failed += failed
  sum.skipped += skipped
  if (failed > 0) faults.push(`\n── what failed in ${part.name} ──\n${faultsIn(output)}\n`)
  tell(`── ${part.name}: ${failed === 0 ? 'ok' : 'FAILED'}, ${passed} passed, ${failed} failed, ${((Date.now() - began) / 1000).toFixed(1)} s\n`)
}

function run({ command: [program, ...words], folder = '.' }: Part, tell: (text: string) => void): Promise<{ code: number, output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(program!, words, { cwd: join(root, folder), env: { ...process.env, CI: '1', NO_COLOR: '1', NODE_COMPILE_CACHE: compiled, ...(browser && { CHROMIUM_PATH: browser }) }, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (piece: Buffer) => {
        output += piece.toString()
        tell(piece.toString())
      })
    }
    child.on('error', reject)
    child.on('close', (code) => resolve({ code: code ?? 1, output }))
  })
}

/** The list that node's runner and vitest end with, or the last lines of whatever has none. */
function faultsIn(output: string): string {
  const list = Math.max(output.lastIndexOf('✖ failing tests:'), output.lastIndexOf(' Failed Tests '))
  return (list >= 0 ? output.slice(list).split('\n').slice(0, 120) : output.trimEnd().split('\n').slice(-40)).join('\n')
}

/** Counts of node's runner or vitest; a tool without counts is one check. A runner that ended badly has failed whatever it counted. */
function counted(output: string, code: number): { passed: number, failed: number, skipped: number } {
  const last = (form: RegExp) => Number([...output.matchAll(form)].at(-1)?.[1] ?? Number.NaN)
  const passed = last(/^ℹ pass (\d+)$/gm) || last(/^\s*Tests\s.*?(\d+) passed/gm)
  const failed = last(/^ℹ fail (\d+)$/gm) || last(/^\s*Tests\s.*?(\d+) failed/gm) || 0
  if (Number.isNaN(passed)) return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 }
  return { passed, failed: failed === 0 && code !== 0 ? 1 : failed, skipped: last(/^ℹ skipped (\d+)$/gm) || 0 }
}
