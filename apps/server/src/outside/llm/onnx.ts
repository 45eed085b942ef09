import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Encoder } from './llm.ts'
import { wordPiece, type WordPiece } from './wordpiece.ts'

interface Tensor { data: Float32Array | ArrayLike<number>, dims: readonly number[] }
interface Session { inputNames: readonly string[], outputNames: readonly string[], run(feeds: Record<string, Tensor>): Promise<Record<string, Tensor>> }
interface Runtime { InferenceSession: { create(path: string): Promise<Session> }, Tensor: new (type: 'int64', data: BigInt64Array, dims: number[]) => Tensor }

/** Of a text, in tokens; in a run, in texts. */
const [longest, batch] = [256, 16]

/**
 * An encoder in a folder: `model.onnx` (or `onnx/model.onnx`) and `tokenizer.json` of BERT's kind, as models of sentences are given away. A vector is that of the first token, or the mean of all where `1_Pooling/config.json`
 * says so. onnxruntime-node is not one of ours (288 MB): whoever wants this installs it beside the model or beside Linli.
 * @throws Error in words for who set it up
 */
export async function openOnnx(folder: string): Promise<Encoder> {
  const model = ['model.onnx', 'onnx/model.onnx'].map((name) => join(folder, name)).find((path) => existsSync(path))
  if (model === undefined || !existsSync(join(folder, 'tokenizer.json'))) throw new Error(`${folder} holds no model.onnx and tokenizer.json`)
  const tokens = wordPiece(JSON.parse(readFileSync(join(folder, 'tokenizer.json'), 'utf8')) as object, longest)
  const runtime = await runtimeFor(folder)
  const session = await runtime.InferenceSession.create(model)
  const isMean = meansIn(folder)
  return {
    model: basename(resolve(folder)),
    async encode(texts) {
      const vectors: Float32Array[] = []
      for (let from = 0; from < texts.length; from += batch) vectors.push(...await encodeSome(texts.slice(from, from + batch), { tokens, runtime, session, isMean }))
      return vectors
    },
  }
}

async function runtimeFor(folder: string): Promise<Runtime> {
  for (const place of [join(resolve(folder), 'package.json'), import.meta.url]) {
    try {
      const loaded = await import(pathToFileURL(createRequire(place).resolve('onnxruntime-node')).href) as Runtime & { default?: Runtime }
      return loaded.default ?? loaded
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'MODULE_NOT_FOUND') throw error
    }
  }
  throw new Error('onnxruntime-node is not installed: npm install --no-save onnxruntime-node')
}

function meansIn(folder: string): boolean {
  const path = join(folder, '1_Pooling/config.json')
  return existsSync(path) && (JSON.parse(readFileSync(path, 'utf8')) as { pooling_mode_mean_tokens?: boolean }).pooling_mode_mean_tokens === true
}

async function encodeSome(texts: readonly string[], { tokens, runtime, session, isMean }: { tokens: WordPiece, runtime: Runtime, session: Session, isMean: boolean }): Promise<Float32Array[]> {
  const ids = texts.map((text) => tokens.idsOf(text))
  const width = Math.max(...ids.map(({ length }) => length))
  const tensor = (of: (row: number, at: number) => number) => new runtime.Tensor('int64', BigInt64Array.from({ length: ids.length * width }, (_, at) => BigInt(of(Math.floor(at / width), at % width))), [ids.length, width])
  const all: Record<string, Tensor> = {
    input_ids: tensor((row, at) => ids[row]![at] ?? 0), attention_mask: tensor((row, at) => (at < ids[row]!.length ? 1 : 0)), token_type_ids: tensor(() => 0),
  }
  const outputs = await session.run(Object.fromEntries(session.inputNames.map((name) => [name, all[name] ?? fail(name)])))
  const output = outputs[session.outputNames[0]!]!
  return ids.map((row, no) => pooled(output, { no, tokens: isMean ? row.length : 1 }))
}

/** @param output [texts, tokens, size], or [texts, size] where the model pools itself */
function pooled({ data, dims }: Tensor, { no, tokens }: { no: number, tokens: number }): Float32Array {
  const size = dims.at(-1)!
  const width = dims.length === 3 ? dims[1]! : 1
  const vector = new Float32Array(size)
  for (let at = 0; at < Math.min(tokens, width); at += 1) for (let i = 0; i < size; i += 1) vector[i]! += Number(data[(no * width + at) * size + i])
  const length = Math.hypot(...vector) || 1
  return vector.map((one) => one / length)
}

function fail(name: string): never {
  throw new Error(`the model asks for ${name}, which texts do not have`)
}
