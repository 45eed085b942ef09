import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import type { Bench, Result } from './measure.ts'

/** What one engine took with one knowledge base, in a process of its own: ms, questions in a second, MB, and the processor time of learning. */
export interface Engine { buildMs: number, median: number, p99: number, perSecond: number, memory: number, processorMs: number }
export const engines = ['ours', 'minisearch', 'nlpjs'] as const
export type EngineName = (typeof engines)[number]

/** nlp.js trains a network over all answers at once: beyond this many it takes hours. */
const mostOf: Record<EngineName, number> = { ours: Infinity, minisearch: Infinity, nlpjs: 1000 }

/** Questions put to standard answers (`questions.ts`, five similar questions each): ours against MiniSearch with words cut by jieba, and nlp.js, on the same questions. */
const bench: Bench = async () => {
  const results: Result[] = []
  for (const many of [1000, 10_000]) {
    const taken = new Map<EngineName, Engine>()
    for (const name of engines) if (many <= mostOf[name]) taken.set(name, await inProcess(name, many))
    const ours = taken.get('ours')!
    const note = ({ perSecond, memory, p99 }: Engine) => `${Math.round(perSecond)}/s, p99 ${p99.toFixed(1)} ms, ${Math.round(memory)} MB`
    for (const [name, other] of taken) {
      if (name === 'ours') continue
      results.push({
        what: `a question to ${many} answers, against ${name}`, ours: ours.median, p99: ours.p99, baseline: other.median, ...(many === 1000 && { target: { p99: 10 } }), note: `ours ${note(ours)}; theirs ${note(other)}`,
      }, { what: `learning ${many} answers, against ${name}`, ours: ours.buildMs, baseline: other.buildMs, ...(many === 1000 && { target: { ours: 2000 } }), note: `processor: ours ${Math.round(ours.processorMs)} ms, theirs ${Math.round(other.processorMs)} ms` })
    }
  }
  return results
}
export default bench

/** Each by itself, so that memory is its own. */
async function inProcess(name: EngineName, many: number): Promise<Engine> {
  const child = spawn(process.execPath, ['--expose-gc', '--max-old-space-size=4096', new URL('matching-engine.ts', import.meta.url).pathname, name, String(many)], { stdio: ['ignore', 'pipe', 'inherit'] })
  let last = ''
  for await (const line of createInterface(child.stdout)) last = line
  return JSON.parse(last) as Engine
}
