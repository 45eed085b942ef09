import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { evaluate, intervalOf, matcherOf, type Entry, type Evaluated, type Query } from '../packages/matching/src/index.ts'

/**
 * How well questions are matched to standard answers: `npm run reception:eval -- --faqs F.json --queries Q.json [--kb NAME] [--json] [--per-query]`.
 * Both files may be one: `{faqs: [{id, kb, question, similar[], answer}], queries: [{text, faq_id|null, kb, also?[]}]}`, or each its list alone. One index for each `kb`.
 */
const { values: { faqs, queries, kb, json, 'per-query': perQuery } } = parseArgs({ options: { faqs: { type: 'string' }, queries: { type: 'string' }, kb: { type: 'string' }, json: { type: 'boolean', default: false }, 'per-query': { type: 'boolean', default: false } } })

type Of<T> = T & { kb: string }

if (faqs === undefined || queries === undefined) {
  console.error('Name both files: npm run reception:eval -- --faqs F.json --queries Q.json [--kb NAME] [--json] [--per-query]')
  process.exit(1)
}

const [entries, asked] = [listIn<Of<Entry>>(faqs, 'faqs'), listIn<Of<Query>>(queries, 'queries')]
const names = [...new Set(entries.map((one) => one.kb))].filter((name) => kb === undefined || name === kb)
if (names.length === 0) {
  console.error(kb === undefined ? `There is nothing in ${faqs}.` : `There is no knowledge base ${kb} in ${faqs}; there are: ${[...new Set(entries.map((one) => one.kb))].join(', ')}.`)
  process.exit(1)
}

const all = Object.fromEntries(names.map((name) => [name, evaluate(entries.filter((one) => one.kb === name), asked.filter((one) => one.kb === name), { build: (some) => matcherOf(some), now: () => performance.now() })]))
if (json) console.log(JSON.stringify(Object.fromEntries(Object.entries(all).map(([name, { result, perQuery: each }]) => [name, perQuery ? { ...result, perQuery: each } : result])), null, 2))
else for (const [name, { result, perQuery: each }] of Object.entries(all)) tell(name, result, perQuery ? each : [])

function listIn<T>(file: string, key: 'faqs' | 'queries'): T[] {
  const content: unknown = JSON.parse(readFileSync(file, 'utf8'))
  const list = Array.isArray(content) ? content : (content as Record<string, unknown>)[key]
  if (Array.isArray(list)) return list as T[]
  console.error(`${file} holds no list "${key}".`)
  process.exit(1)
}

function tell(name: string, result: Evaluated, each: { text: string, band: string, confidence: number, best: { id: string, score: number }[] }[]): void {
  const share = (label: string, value: number, n: number) => `  ${label.padEnd(44)} ${value.toFixed(1).padStart(5)} %  (${intervalOf(value, n).map((end) => end.toFixed(1)).join('–')})`
  console.log([
    `${name}: ${result.n} answerable, ${result.oos} unanswerable; in brackets the 95 % interval`,
    share('right first', result.top1, result.n), share('right among three', result.top3, result.n), share('right among five', result.top5, result.n),
    `  ${'AUROC of telling answerable from not'.padEnd(44)} ${result.auroc.toFixed(1).padStart(5)} %`,
    share('answered right at 90 % precision', result.cov90, result.n), share('answered right at 95 % precision', result.cov95, result.n),
    share('as shipped: answerable ones answered', result.shipped.answered, result.n), `  ${'as shipped: precision'.padEnd(44)} ${result.shipped.precision.toFixed(1).padStart(5)} %`, share('as shipped: unanswerable ones answered', result.shipped.oosAnswered, result.oos),
    `  a question ${result.p50.toFixed(2)} ms (p50), ${result.p99.toFixed(2)} ms (p99); built in ${Math.round(result.buildMs)} ms`,
    ...each.map(({ text, band, confidence, best }) => `  ${band.padEnd(8)} ${confidence.toFixed(3)}  ${text}  →  ${best.map(({ id, score }) => `${id} ${score.toFixed(3)}`).join('  ')}`),
  ].join('\n'))
}
