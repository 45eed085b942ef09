import { Refusal, createCall } from '@linli/client'
import type { Call, Transport } from '@linli/client'

/** Tells the server that one of our own pages asks; other sites cannot set it. */
export const ownPage = { 'x-linli': '1' }

const transport = (headers: Record<string, string> = {}): Transport => async (path, body) => {
  const answer = await fetch(path, {
    method: 'POST', credentials: 'same-origin', headers: { 'content-type': 'application/json', ...ownPage, ...headers }, body: JSON.stringify(body),
  })
  return { status: answer.status, body: await answer.json().catch(() => null) }
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
export const isSignedOut = (fault: unknown): boolean => {
  const code = codeOf(fault)
  return code === 'sign-in.needed' || code === 'sign-in.expired'
}
