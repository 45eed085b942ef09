import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { parseArgs } from 'node:util'

// Asks every endpoint hostile things as everybody: once over, as within the tests, and on for as many seconds as are wanted. `npm run fuzz -- --seconds 600 --seed 7`.
const { values: { seconds, seed } } = parseArgs({ options: { seconds: { type: 'string', default: '0' }, seed: { type: 'string' } } })
for (const [name, value] of Object.entries({ seconds, seed })) if (value !== undefined && !/^\d{1,9}$/.test(value)) throw new Error(`--${name} is a whole number: ${value}`)

const root = join(import.meta.dirname, '..')
const child = spawn(process.execPath, ['--test', 'apps/server/test/hostile*.test.ts'], { cwd: root, stdio: 'inherit', env: { ...process.env, LINLI_FUZZ_SECONDS: seconds, ...(seed !== undefined && { LINLI_FUZZ_SEED: seed }) } })
child.on('close', (code) => { process.exitCode = code ?? 1 })
