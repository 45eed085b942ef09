import { parseArgs } from 'node:util'
import { aurocIntervalOf, evaluate, intervalOf, matcherOf, type Evaluation } from '../packages/matching/src/index.ts'
import { basesIn, Wrong } from './reception-files.ts'

/**
 * How well questions are matched to standard answers: `npm run reception:eval -- --faqs F.json --queries Q.json [--kb NAME] [--json] [--per-query]`.
 * Both files may be one: `{faqs: [{id, kb, question, similar[], answer}], queries: [{text, faq_id|null, kb, also?[]}]}`, or each its list alone. One index for each `kb`.
 */
const usage = 'npm run reception:eval -- --faqs F.json --queries Q.json [--kb NAME] [--json] [--per-query]'

try {
  await run()
} catch (error) {
  if (!(error instanceof Wrong) && !(error instanceof TypeError && 'code' in error)) throw error
  console.error(error.message)
  process.exitCode = 1
}

async function run(): Promise<void> {
  const { values: { faqs, queries, kb, json, 'per-query': perQuery } } = parseArgs({ options: { faqs: { type: 'string' }, queries: { type: 'string' }, kb: { type: 'string' }, json: { type: 'boolean', default: false }, 'per-query': { type: 'boolean', default: false } } })
  if (faqs === undefined || queries === undefined) throw new Wrong(`Name both files: ${usage}`)
  const all = basesIn(faqs, queries, kb).map(({ name, entries, queries: asked }) => [name, evaluate(entries, asked, { build: (some) => matcherOf(some), now: () => performance.now() })] as const)
  if (json) console.log(JSON.stringify(Object.fromEntries(all.map(([name, { result, perQuery: each }]) => [name, perQuery ? { ...result, perQuery: each } : result])), null, 2))
  else for (const [name, one] of all) tell(name, one, perQuery)
}

function tell(name: string, { result, perQuery }: Evaluation, isEach: boolean): void {
  const { n, oos, shipped } = result
  const line = (label: string, value: number | null, ends: (value: number) => [number, number]) => `  ${label.padEnd(44)} ${value === null ? '    –' : `${value.toFixed(1).padStart(5)} %  (${ends(value).map((end) => end.toFixed(1)).join('–')})`}`
  const share = (label: string, value: number | null, of: number) => line(label, value, (known) => intervalOf(known, of))
  const answered = Math.round((shipped.answered * n + shipped.oosAnswered * oos) / 100)
  console.log([
    `${name}: ${n} answerable, ${oos} unanswerable; in brackets the 95 % interval`,
    share('right first', result.top1, n), share('right among three', result.top3, n), share('right among five', result.top5, n),
    line('AUROC of telling answerable from not', result.auroc, (known) => aurocIntervalOf(known, n, oos)),
    share('answered right at 90 % precision', result.cov90, n), share('answered right at 95 % precision', result.cov95, n),
    share('as shipped: answerable ones answered', shipped.answered, n), share('as shipped: precision', shipped.precision, answered), share('as shipped: unanswerable ones answered', shipped.oosAnswered, oos),
    `  a question ${result.p50.toFixed(2)} ms (p50), ${result.p99.toFixed(2)} ms (p99); built in ${Math.round(result.buildMs)} ms`,
    ...isEach ? perQuery.map(({ text, band, confidence, best }) => `  ${band.padEnd(8)} ${confidence.toFixed(3)}  ${text}  →  ${best.map(({ id, score }) => `${id} ${score.toFixed(3)}`).join('  ')}`) : [],
  ].join('\n'))
}
