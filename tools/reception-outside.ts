import { existsSync } from 'node:fs'
import { openChat } from '../apps/server/src/outside/llm/chat.ts'
import { openEmbeddings } from '../apps/server/src/outside/llm/embeddings.ts'
import type { Encoder, Llm } from '../apps/server/src/outside/llm/llm.ts'
import { openOnnx } from '../apps/server/src/outside/llm/onnx.ts'
import { rewriteQuestion } from '../apps/server/src/outside/llm/speak.ts'
import { matcherOf, merged, wordingsOf, type Entry, type Match } from '../packages/matching/src/index.ts'
import { Wrong, type Base } from './reception-files.ts'

/** Secrets of both come from LLM_KEY. */
const key = process.env.LLM_KEY || null

/** `openai:URL#model` or `onnx:FOLDER`. */
export async function encoderNamed(text: string): Promise<Encoder> {
  const [, kind, rest = ''] = /^(openai|onnx):(.+)$/.exec(text) ?? []
  if (kind === 'openai') return openEmbeddings({ ...addressIn(rest, '--encoder openai:'), key })
  if (kind === undefined || !existsSync(rest)) throw new Wrong(kind === undefined ? `--encoder is openai:URL#model or onnx:FOLDER, not ${text}` : `There is no folder ${rest}.`)
  return openOnnx(rest).catch((error: Error) => { throw new Wrong(error.message, { cause: error }) })
}

/** `URL#model`. */
export const llmNamed = (text: string): Llm => openChat({ ...addressIn(text, '--llm '), key })

function addressIn(text: string, option: string): { endpoint: string, model: string } {
  const [, endpoint, model] = /^(https?:\/\/[^#]+)#(.+)$/.exec(text) ?? []
  if (endpoint === undefined || model === undefined || !URL.canParse(endpoint)) throw new Wrong(`${option}URL#model, e.g. http://localhost:8000/v1#model, not ${text}`)
  return { endpoint, model }
}

interface Matches { match(text: string, most?: number): Match }
export type Build = (entries: readonly Entry[]) => Matches

/** A matcher with the encoder's vectors of everything that is asked and answered, which are fetched before. */
export async function encoded({ entries, queries }: Base, encoder: Encoder, more: readonly string[] = []): Promise<Build> {
  const texts = [...new Set([...wordingsOf(entries), ...queries.map(({ text }) => text), ...more])]
  const made = await encoder.encode(texts)
  const vectors = new Map(texts.map((text, at) => [text, made[at]!]))
  return (some) => {
    const matcher = matcherOf(some, { vectors })
    return { match: (text, most) => matcher.match(text, most, vectors.get(text)) }
  }
}

export interface Rewritten { ways: ReadonlyMap<string, readonly string[]>, failed: number }

/** What is not answered at once, in the model's words. Fetched before, four at a time; where it fails, nothing is said in its place. */
export async function rewritings({ entries, queries }: Base, llm: Llm): Promise<Rewritten> {
  const matcher = matcherOf(entries)
  const [left, ways] = [queries.map(({ text }) => text).filter((text) => matcher.match(text).band !== 'answer'), new Map<string, readonly string[]>()]
  let failed = 0
  const work = async () => {
    for (let text = left.pop(); text !== undefined; text = left.pop()) ways.set(text, await rewriteQuestion(llm, text).catch(() => (failed += 1, [])))
  }
  await Promise.all([work(), work(), work(), work()])
  return { ways, failed }
}

/** As the product does it: what is answered at once is; the rest is looked up again in the model's words. */
export const withWays = (build: Build, ways: Rewritten['ways']): Build => (entries) => {
  const matcher = build(entries)
  return {
    match(text, most) {
      const found = matcher.match(text, most)
      const more = found.band === 'answer' ? [] : ways.get(text) ?? []
      return more.length === 0 ? found : merged([found, ...more.map((way) => matcher.match(way, most))], most)
    },
  }
}
