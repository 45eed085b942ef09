import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { isKept, type Bench, type Result } from './measure.ts'

// Runs bench/*.bench.ts, or those whose names have one of the words after `npm run bench --`, and prints one table of ratios. Numbers of different
// machines are not to be compared: README.md.
const wanted = process.argv.slice(2)
const results: Result[] = []
for (const name of readdirSync(import.meta.dirname).filter((file) => file.endsWith('.bench.ts') && (wanted.length === 0 || wanted.some((word) => file.includes(word)))).toSorted()) {
  const began = performance.now()
  process.stdout.write(`running ${name}…`)
  const { default: bench } = await import(join(import.meta.dirname, name)) as { default: Bench }
  results.push(...await bench())
  console.log(` ${((performance.now() - began) / 1000).toFixed(0)} s`)
}
const round = (value: number | undefined) => (value === undefined ? '' : Number(value.toPrecision(3)))
const said = ({ target }: Result) => (target ? Object.entries(target).map(([name, most]) => `${name} ≤ ${most}`).join() : '')
console.table(results.map((result) => {
  const { what, ours, p99, baseline, note = '' } = result
  return { what, 'ours ms': round(ours), p99: round(p99), baseline: round(baseline), ratio: (ours / baseline).toFixed(2), target: said(result), kept: { true: 'yes', false: 'NO', undefined: '' }[String(isKept(result))], note }
}))
process.exit(0)
