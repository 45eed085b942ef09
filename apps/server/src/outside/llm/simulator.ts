import { randomUUID } from 'node:crypto'
import { openLoopback, type Answer, type Asked, type Loopback } from '../loopback.ts'

/** What the model was asked and what it said, as it went over the wire. */
export interface LlmSaid { at: string, system: string, asked: string, said: string }

export interface LlmSimulator extends Loopback { said(): LlmSaid[] }

export interface LlmSimulatorSettings {
  key: string
  model: string
  embeddingModel?: string
  /** What the model says to what it was told and given; without it it says the first entry's words, or nothing. */
  say?: (system: string, data: string) => string
}

interface Chat { model?: string, stream?: boolean, messages?: { role?: string, content?: string }[] }
interface Embed { model?: string, input?: string | string[] }

const size = 256

/** Speaks chat completions and embeddings of OpenAI's API on loopback, with its statuses and codes of refusal. It understands nothing: its vectors are of characters and pairs, its answers the words it was given. */
export async function startLlmSimulator(settings: LlmSimulatorSettings): Promise<LlmSimulator> {
  const heard: LlmSaid[] = []
  const keep = (one: Omit<LlmSaid, 'at'>) => {
    heard.unshift({ at: new Date().toISOString(), ...one })
    heard.splice(kept)
  }
  const loopback = await openLoopback((asked) => refused(asked, settings) ?? (asked.path.endsWith('/embeddings') ? embedded(JSON.parse(asked.body) as Embed, settings) : said(JSON.parse(asked.body) as Chat, settings, keep)))
  return { ...loopback, said: () => [...heard] }
}

const kept = 100

function refused({ method, path, body, headers }: Asked, { key }: LlmSimulatorSettings): Answer | undefined {
  if (!/\/v1\/(?:chat\/completions|embeddings)$/.test(path)) return failure(404, 'unknown_url')
  if (method !== 'POST') return failure(405, 'method_not_supported')
  if (headers.authorization !== `Bearer ${key}`) return failure(401, 'invalid_api_key')
  return isJson(body) ? undefined : failure(400, 'invalid_json')
}

function said({ model, stream, messages = [] }: Chat, { model: own, say = firstWords }: LlmSimulatorSettings, keep: (one: Omit<LlmSaid, 'at'>) => void): Answer {
  if (model !== own) return failure(404, 'model_not_found')
  if (stream) return failure(400, 'unsupported_value')
  const [system, user] = ['system', 'user'].map((role) => messages.findLast((one) => one.role === role)?.content ?? '')
  if (!user) return failure(400, 'invalid_request_error')
  const content = say(system!, user)
  keep({ system: system!, asked: user, said: content })
  return { body: { id: `chatcmpl-${randomUUID()}`, object: 'chat.completion', created: Math.floor(Date.now() / 1000), model, choices: [{ index: 0, message: { role: 'assistant', content, refusal: null }, finish_reason: 'stop' }], usage: { prompt_tokens: system!.length + user.length, completion_tokens: content.length, total_tokens: system!.length + user.length + content.length } } }
}

function embedded({ model, input = [] }: Embed, { embeddingModel }: LlmSimulatorSettings): Answer {
  if (model !== embeddingModel) return failure(404, 'model_not_found')
  const data = [input].flat().map((text, index) => ({ object: 'embedding', index, embedding: vectorOf(text) }))
  return { body: { object: 'list', data, model, usage: { prompt_tokens: 0, total_tokens: 0 } } }
}

const failure = (status: number, code: string): Answer => ({ status, body: { error: { message: `refused: ${code}`, type: 'invalid_request_error', param: null, code } } })

/** The question again where it is to be put in other words, the first entry where one is to be spoken from. */
function firstWords(_: string, data: string): string {
  const { question, entries } = JSON.parse(data) as { question?: string, entries?: { no: number, answer: string }[] }
  if (entries === undefined) return JSON.stringify({ queries: question ? [question] : [] })
  const [first] = entries
  return JSON.stringify({ answer: first ? `${first.answer.replace(/[。\s]+$/, '').replaceAll('。', `[${first.no}]。`)}[${first.no}]。` : '' })
}

function vectorOf(text: string): number[] {
  const vector = Array.from({ length: size }, () => 0)
  const characters = [...text]
  for (const gram of [...characters, ...characters.slice(1).map((one, at) => characters[at]! + one)]) vector[hash(gram) % size]! += 1
  const length = Math.hypot(...vector) || 1
  return vector.map((one) => one / length)
}

const hash = (text: string): number => [...text].reduce((sum, one) => (Math.imul(sum, 31) + one.codePointAt(0)!) >>> 0, 7)

function isJson(text: string): boolean {
  try {
    return typeof JSON.parse(text) === 'object'
  } catch {
    return false
  }
}
