import { parseArgs } from 'node:util'
import { OutsideFailure } from '../apps/server/src/outside/failure.ts'
import { aurocIntervalOf, evaluate, intervalOf, matcherOf, type Evaluation } from '../packages/matching/src/index.ts'
import { basesIn, Wrong, type Base } from './reception-files.ts'
import { encoded, encoderNamed, llmNamed, rewritings, withWays, type Build } from './reception-outside.ts'

/**
 * How well questions are matched to standard answers: `npm run reception:eval -- --faqs F.json --queries Q.json [--kb NAME] [--json] [--per-query] [--encoder …] [--llm …]`.
 * Both files may be one: `{faqs: [{id, kb, question, similar[], answer}], queries: [{text, faq_id|null, kb, also?[]}]}`, or each its list alone. One index for each `kb`.
 * `--encoder openai:URL#model` or `onnx:FOLDER`, `--llm URL#model` (secrets in LLM_KEY): measured without them, with each, and with both. What they take is not in the times.
 */
const usage = 'npm run reception:eval -- --faqs F.json --queries Q.json [--kb NAME] [--json] [--per-query] [--encoder openai:URL#model|onnx:FOLDER] [--llm URL#model]'

try {
  await run()
} catch (error) {
  if (!(error instanceof Wrong || error instanceof OutsideFailure || (error instanceof TypeError && 'code' in error))) throw error
  console.error(error.message)
  process.exitCode = 1
}

async function run(): Promise<void> {
  const { values: { faqs, queries, kb, json, 'per-query': perQuery, ...named } } = parseArgs({ options: {
    faqs: { type: 'string' }, queries: { type: 'string' }, kb: { type: 'string' }, encoder: { type: 'string' }, llm: { type: 'string' }, json: { type: 'boolean', default: false }, 'per-query': { type: 'boolean', default: false },
  } })
  if (faqs === undefined || queries === undefined) throw new Wrong(`Name both files: ${usage}`)
  const bases = basesIn(faqs, queries, kb)
  const all: (readonly [string, Measured[]])[] = []
  for (const base of bases) all.push([base.name, await measured(base, named)])
  const shown = ({ evaluation: { result, perQuery: each }, failed }: Measured) => ({ ...result, ...(failed !== undefined && { failed }), ...(perQuery && { perQuery: each }) })
  if (json) console.log(JSON.stringify(Object.fromEntries(all.map(([name, [plain, ...more]]) => [name, { ...shown(plain!), ...Object.fromEntries(more.map((one) => [one.key, shown(one)])) }])), null, 2))
  else for (const [name, ways] of all) for (const { title, evaluation } of ways) tell(`${name}${title}`, evaluation, perQuery)
}

/** `failed`: how often the model did not answer as asked. */
interface Measured { key: string, title: string, evaluation: Evaluation, failed?: number }

/** Without anything outside first; then with what was named. */
async function measured(base: Base, { encoder: encoderName, llm: llmName }: { encoder?: string, llm?: string }): Promise<Measured[]> {
  const by = (build: Build) => evaluate(base.entries, base.queries, { build, now: () => performance.now() })
  const [encoder, llm] = [encoderName === undefined ? undefined : await encoderNamed(encoderName), llmName === undefined ? undefined : llmNamed(llmName)]
  const plain: Build = (some) => matcherOf(some)
  const ways: Measured[] = [{ key: 'plain', title: '', evaluation: by(plain) }]
  if (encoder) ways.push({ key: 'withEncoder', title: `, with the encoder ${encoder.model}`, evaluation: by(await encoded(base, encoder)) })
  if (!llm) return ways
  const { ways: words, failed } = await rewritings(base, llm)
  ways.push({ key: 'withLlm', title: `, with ${llm.model} (${failed} times without an answer)`, evaluation: by(withWays(plain, words)), failed })
  if (encoder) ways.push({ key: 'withBoth', title: `, with ${encoder.model} and ${llm.model}`, evaluation: by(withWays(await encoded(base, encoder, [...words.values()].flat()), words)), failed })
  return ways
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
