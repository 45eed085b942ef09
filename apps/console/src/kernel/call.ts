import { Refusal, createCall } from '@linli/client'
import type { Call, Transport } from '@linli/client'
import { expiry } from './expiry.ts'

/** Tells the server that one of our own pages asks; other sites cannot set it. */
export const ownPage = { 'x-linli': '1' }

const signedOut = new Set<unknown>(['sign-in.needed', 'sign-in.expired'])

/** Looks at every answer, to a form as to a list: where the server no longer knows us, one has to sign in again. */
export function noteStanding(said: unknown): void {
  if (signedOut.has((said as { code?: unknown } | null)?.code)) expiry.set(true)
}

const transport = (headers: Record<string, string> = {}): Transport => async (path, body) => {
  const answer = await fetch(path, {
    method: 'POST', credentials: 'same-origin', headers: { 'content-type': 'application/json', ...ownPage, ...headers }, body: JSON.stringify(body),
  })
  const said: unknown = await answer.json().catch(() => null)
  noteStanding(said)
  return { status: answer.status, body: said }
}

/** Asks the server. Throws `Refusal`, whose message may be shown to people. */
export const call: Call = createCall(transport())

/** The same for something that must not happen twice when it is sent again over a bad line: the server answers a known key from memory. */
export const callOnce = (key: string): Call => createCall(transport({ 'idempotency-key': key }))

/** 128 random bits as text. `crypto.randomUUID` is missing on pages that an intranet serves without TLS. */
export const freshKey = (): string => Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')

/** The sentence to show for whatever was thrown. */
export const wordsOf = (fault: unknown): string => fault instanceof Refusal ? fault.message : '页面出了点问题，请刷新后再试'

export const codeOf = (fault: unknown): string | undefined => fault instanceof Refusal ? fault.code : undefined

/** Does the server no longer know who is asking? */
export const isSignedOut = (fault: unknown): boolean => signedOut.has(codeOf(fault))
