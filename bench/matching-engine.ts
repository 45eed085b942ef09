import { createRequire } from 'node:module'
import { Jieba } from '@node-rs/jieba'
import { dict } from '@node-rs/jieba/dict.js'
import { matcherOf, type Entry } from '@linli/matching'
import MiniSearch from 'minisearch'
import type { Engine, EngineName } from './matching.bench.ts'
import { entries, questions } from './questions.ts'

/** Learns the entries and gives the id of the best one to a question. */
type Learn = (all: Entry[]) => Promise<(question: string) => unknown>

const learn: Record<EngineName, Learn> = {
  ours: async (all) => {
    const matcher = matcherOf(all)
    return (question) => matcher.match(question).ranked[0]?.id
  },
  minisearch: async (all) => {
    const jieba = Jieba.withDict(dict)
    const search = new MiniSearch({ fields: ['question', 'similar', 'answer'], tokenize: (text) => jieba.cut(text, true).filter((word) => /[\p{L}\p{N}]/u.test(word)), searchOptions: { boost: { question: 2, similar: 2 } } })
    search.addAll(all.map(({ id, question, similar = [], answer }) => ({ id, question, similar: similar.join('。'), answer })))
    return (question) => search.search(question)[0]?.id
  },
  nlpjs: async (all) => {
    const { Nlp } = createRequire(import.meta.url)('@nlpjs/nlp') as { Nlp: new (settings: object) => { container: { register(name: string, value: unknown, isSingleton?: boolean): void }, addLanguage(language: string): void, addDocument(language: string, text: string, intent: string): void, train(): Promise<void>, process(language: string, text: string): Promise<{ intent: string }> } }
    const nlp = new Nlp({ languages: ['zh'], forceNER: false, autoSave: false, autoLoad: false, nlu: { log: false } })
    nlp.addLanguage('zh')
    // No language of theirs cuts Chinese without a service: characters, one by one, do best of what it offers.
    for (const { id, question, similar = [] } of all) for (const text of [question, ...similar]) nlp.addDocument('zh', apart(text), id)
    await nlp.train()
    return async (question) => (await nlp.process('zh', apart(question))).intent
  },
}
const apart = (text: string): string => [...text.replace(/[^\p{L}\p{N}]/gu, '')].join(' ')

const [name, many] = [process.argv[2] as EngineName, Number(process.argv[3])]
const all = entries(many)
const warm = 200
const asked = questions(all, 1000 + warm)
const used = () => {
  globalThis.gc?.()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return (heapUsed + arrayBuffers) / 1e6
}
const [before, processor, began] = [used(), process.cpuUsage(), performance.now()]
const answer = await learn[name](all)
const [buildMs, { user, system }] = [performance.now() - began, process.cpuUsage(processor)]
const memory = used() - before
const taken: number[] = []
for (const [at, text] of asked.entries()) {
  const start = performance.now()
  await answer(text)
  if (at >= warm) taken.push(performance.now() - start)
}
taken.sort((a, b) => a - b)
const result: Engine = {
  buildMs, memory, processorMs: (user + system) / 1000, median: taken[taken.length >> 1]!, p99: taken[Math.ceil(taken.length * 0.99) - 1]!,
  perSecond: 1000 * taken.length / taken.reduce((sum, ms) => sum + ms, 0),
}
console.log(JSON.stringify(result))
