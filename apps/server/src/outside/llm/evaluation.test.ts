import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { basesIn } from '../../../../../tools/reception-files.ts'
import type { Loopback } from '../loopback.ts'
import { startLlmSimulator } from './simulator.ts'

const tool = join(import.meta.dirname, '../../../../../tools/reception-eval.ts')
const folder = mkdtempSync(join(tmpdir(), 'linli-eval-'))
const [faqs, queries] = [join(folder, 'faqs.json'), join(folder, 'queries.json')]
let simulator: Loopback

before(async () => {
  const say = (_: string, data: string) => JSON.stringify({ queries: (JSON.parse(data) as { question: string }).question.includes('我妈') ? ['高龄津贴怎么申请'] : [] })
  simulator = await startLlmSimulator({ key: 'secret', model: 'm', embeddingModel: 'e', say })
  writeFileSync(faqs, JSON.stringify([{ id: 'permit', kb: 'town', question: '居住证怎么办' }, { id: 'allowance', kb: 'town', question: '高龄津贴怎么申请', similar: null }, { id: 'lift', kb: 'other', question: '电梯坏了怎么报修' }]))
  writeFileSync(queries, JSON.stringify([{ text: '居住证咋办', faq_id: 'permit', kb: 'town' }, { text: '我妈满八十了', faq_id: 'allowance', kb: 'town' }, { text: '讲个笑话', faq_id: null, kb: 'town' }]))
})
after(async () => {
  await simulator.close()
  rmSync(folder, { recursive: true })
})

const run = (...words: string[]) => new Promise<{ code: number, out: string, told: string }>((resolve) => {
  execFile(process.execPath, [tool, ...words], { env: { ...process.env, LLM_KEY: 'secret' } }, (error, out, told) => resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, told }))
})

test('the evaluation measures without a model, with an encoder, with a language model and with both', async () => {
  const { code, out } = await run('--faqs', faqs, '--queries', queries, '--kb', 'town', '--json', '--per-query', '--encoder', `openai:${simulator.address}/v1#e`, '--llm', `${simulator.address}/v1#m`)
  assert.equal(code, 0)
  const { town: { withEncoder, withLlm, withBoth, perQuery, ...plain }, ...others } = JSON.parse(out)
  assert.deepEqual(others, {})
  assert.deepEqual(Object.keys(plain), ['n', 'oos', 'top1', 'top3', 'top5', 'auroc', 'cov90', 'cov95', 'shipped', 'p50', 'p99', 'buildMs'])
  assert.deepEqual([plain.n, plain.oos, plain.shipped.oosAnswered], [2, 1, 0])
  assert.deepEqual([plain.shipped.answered, withLlm.shipped.answered, withLlm.failed], [50, 100, 0])
  assert.deepEqual([withEncoder.n, withBoth.n], [2, 2])
  assert.deepEqual(perQuery.map((one: { band: string, best: { id: string }[] }) => [one.band, one.best.length]), [['answer', 2], ['handOver', 2], ['handOver', 2]])
})

test('what is wrong with a file is said in a sentence', () => {
  const [broken, twice] = [join(folder, 'broken.json'), join(folder, 'twice.json')]
  writeFileSync(broken, '[{"id": "a"')
  writeFileSync(twice, JSON.stringify([{ id: 'a', question: 'x' }, { id: 'a', question: 'y' }]))
  for (const [file, kb, message] of [[broken, undefined, /is no JSON/], [twice, undefined, /two answers with the id a/], [faqs, 'village', /no knowledge base village.*town, other/], [join(folder, 'none.json'), undefined, /cannot be read/]] as const) assert.throws(() => basesIn(file, queries, kb), { message })
})

test('a service that refuses ends the run with its code', async () => {
  const { code, told } = await run('--faqs', faqs, '--queries', queries, '--encoder', `openai:${simulator.address}/v1#other`)
  assert.equal(code, 1)
  assert.match(told, /^llm: 404 model_not_found/)
})
