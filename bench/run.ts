import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Bench, Result } from './measure.ts'

// Runs every bench/*.bench.ts and prints one table of ratios; numbers of different machines are not to be compared.
const results: Result[] = []
for (const name of readdirSync(import.meta.dirname).filter((file) => file.endsWith('.bench.ts')).toSorted()) {
  console.log(`running ${name}…`)
  const { default: bench } = await import(join(import.meta.dirname, name)) as { default: Bench }
  results.push(...await bench())
}
const round = (value: number) => Number(value.toPrecision(3))
console.table(results.map(({ what, unit, ours, baseline, note = '' }) => ({ what, unit, ours: round(ours), baseline: round(baseline), ratio: (ours / baseline).toFixed(2), note })))
process.exit(0)
