import { OutsideFailure } from '../failure.ts'
import type { Encoder } from './llm.ts'
import { askOpenAi, type OpenAiSettings } from './wire.ts'

const patience = 60_000
/** Texts in a request; services take from 25 (DashScope: 10) to some thousand. */
const batch = 10

interface Embeddings { data?: { index?: number, embedding?: unknown }[] }

/** POST /embeddings, https://platform.openai.com/docs/api-reference/embeddings/create. */
export const openEmbeddings = (settings: OpenAiSettings): Encoder => ({
  model: settings.model,
  async encode(texts) {
    const vectors: Float32Array[] = []
    for (let from = 0; from < texts.length; from += batch) vectors.push(...await encodeSome(settings, texts.slice(from, from + batch)))
    if (new Set(vectors.map(({ length }) => length)).size > 1) throw new OutsideFailure('embeddings: vectors of different lengths')
    return vectors
  },
})

async function encodeSome(settings: OpenAiSettings, texts: readonly string[]): Promise<Float32Array[]> {
  const { data } = await askOpenAi<Embeddings>(settings, '/embeddings', { model: settings.model, input: texts.map((text) => text || ' '), encoding_format: 'float' }, patience)
  if (!Array.isArray(data) || data.length !== texts.length) throw new OutsideFailure('embeddings: not as many as asked for')
  return data.toSorted((a, b) => (a.index ?? 0) - (b.index ?? 0)).map(({ embedding }) => unit(embedding))
}

function unit(embedding: unknown): Float32Array {
  if (!Array.isArray(embedding) || embedding.length === 0 || !embedding.every((one) => Number.isFinite(one))) throw new OutsideFailure('embeddings: no vector')
  const vector = Float32Array.from(embedding as number[])
  const length = Math.hypot(...vector)
  return vector.map((one) => one / (length || 1))
}
