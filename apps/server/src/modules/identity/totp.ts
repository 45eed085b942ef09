import { Secret, TOTP } from 'otpauth'

/** RFC 6238: six digits, 30 s, SHA-1, because authenticator apps ignore other settings; RFC 4226 §4 asks for 160 bits of secret. */
const form = { issuer: '邻里', algorithm: 'SHA1', digits: 6, period: 30 }
/** One step early or late: clocks of phones, and people who type slowly (RFC 6238 §5.2). */
const window = 1

export const newSecret = (): string => new Secret({ size: 20 }).base32

/** What authenticator apps read: `otpauth://totp/…`. */
export const uriOf = (secret: string, label: string): string => totp(secret, label).toString()

/** The time step a code belongs to, null where it is wrong or its step is not newer than the last that was used (RFC 6238 §5.2: once only). */
export function stepOf(secret: string, token: string, { now, last }: { now: Date, last: number | null }): number | null {
  const delta = totp(secret).validate({ token, timestamp: now.getTime(), window })
  if (delta === null) return null
  const step = Math.floor(now.getTime() / 1000 / form.period) + delta
  return last !== null && step <= last ? null : step
}

const totp = (secret: string, label = '') => new TOTP({ ...form, label, secret: Secret.fromBase32(secret) })
