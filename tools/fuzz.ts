import { spawn } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { join } from 'node:path'
import { parseArgs } from 'node:util'

// Asks every endpoint hostile things as everybody and takes every step at random: once over, as within the tests but drawn anew, and on for as many seconds as are wanted. `npm run fuzz -- --seconds 600 --seed 7`.
const { values: { seconds, seed } } = parseArgs({ options: { seconds: { type: 'string', default: '0' }, seed: { type: 'string', default: String(randomInt(1_000_000)) } } })
for (const [name, value] of Object.entries({ seconds, seed })) if (!/^\d{1,9}$/.test(value)) throw new Error(`--${name} is a whole number: ${value}`)

const root = join(import.meta.dirname, '..')
const child = spawn(process.execPath, ['--test', '--test-concurrency=2', 'apps/server/test/hostile*.test.ts', 'apps/server/test/*walk.test.ts'], { cwd: root, stdio: 'inherit', env: { ...process.env, LINLI_FUZZ_SECONDS: seconds, LINLI_FUZZ_SEED: seed } })
child.on('close', (code) => { process.exitCode = code ?? 1 })
