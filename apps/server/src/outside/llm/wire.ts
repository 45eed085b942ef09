import { OutsideFailure } from '../failure.ts'

export interface OpenAiSettings {
  /** With its version, e.g. https://llm.example.cn/v1. */
  endpoint: string
  key: string | null
  model: string
  /** How long to wait, in ms; each kind of question has its own without it. */
  patience?: number
}

interface Failed { error?: { code?: string | number | null, type?: string } | string }

/** Longer than any answer that is asked for, in characters. */
const longest = 8_000_000

/** Asks for JSON, whatever is asked. @throws OutsideFailure: nobody answers in `patience` ms, refuses, is busy (429), or speaks no JSON. The message holds neither what was asked nor what was answered. */
export async function askOpenAi<T>({ endpoint, key, patience: own }: OpenAiSettings, path: string, body: object, patience: number): Promise<T> {
  const { status, text } = await send(new URL(`${endpoint.replace(/\/+$/, '')}${path}`), {
    method: 'POST', redirect: 'error', signal: AbortSignal.timeout(own ?? patience), headers: { 'content-type': 'application/json', ...(key && { authorization: `Bearer ${key}` }) }, body: JSON.stringify(body),
  })
  const answer = objectIn(text)
  if (status !== 200 || answer === undefined || answer.error !== undefined) throw new OutsideFailure(`llm: ${reasonOf(status, answer)}`)
  return answer as T
}

async function send(address: URL, init: RequestInit): Promise<{ status: number, text: string }> {
  try {
    const answer = await fetch(address, init)
    return { status: answer.status, text: (await answer.text()).slice(0, longest) }
  } catch (error) {
    throw new OutsideFailure(`llm: ${error instanceof Error ? error.name : 'failed'}`)
  }
}

function objectIn(text: string): Failed | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? value : undefined
  } catch {
    return undefined
  }
}

/** A code as services give it, never their sentence: that may repeat what was asked. */
function reasonOf(status: number, answer: Failed | undefined): string {
  if (answer === undefined) return `${status}, no JSON`
  const code = typeof answer.error === 'object' ? String(answer.error.code ?? answer.error.type ?? '') : ''
  return /^[\w.-]{1,60}$/.test(code) ? `${status} ${code}` : String(status)
}
