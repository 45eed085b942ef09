import type { Side } from '@linli/contract'

/** 等保 2.0 (GB/T 22239-2019, 身份鉴别): five wrong tries lock an account for a quarter of an hour. */
export const mostFailures = 5
const lockMinutes = 15
/** 等保 2.0: passwords are changed periodically. */
const passwordDays = 90

const minutes = (count: number) => count * 60
const hours = (count: number) => minutes(count * 60)
const days = (count: number) => hours(count * 24)

/** How long a session lives untouched and at most, in seconds. Staff: automatic sign-out after 30 idle minutes (等保 2.0). */
export const sessionLife = (side: Side): { idle: number, absolute: number } =>
  (side === 'resident' ? { idle: days(30), absolute: days(90) } : { idle: minutes(30), absolute: hours(12) })

export interface Attempt {
  now: Date
  lockedUntil: Date | null
  isEnabled: boolean
  isPasswordRight: boolean
  hasTotp: boolean
  /** Time step of the code that was given: null where it is wrong or was used before, undefined where none was given. */
  codeStep: number | null | undefined
}

export type Verdict = 'in' | 'locked' | 'wrong' | 'disabled' | 'code-needed' | 'code-wrong'

/** What becomes of an attempt. Whoever does not know the password does not learn whether the account is disabled or has a second factor. */
export function judge({ now, lockedUntil, isEnabled, isPasswordRight, hasTotp, codeStep }: Attempt): Verdict {
  if (isLocked(lockedUntil, now)) return 'locked'
  if (!isPasswordRight) return 'wrong'
  if (!isEnabled) return 'disabled'
  if (!hasTotp) return 'in'
  if (codeStep === undefined) return 'code-needed'
  return codeStep === null ? 'code-wrong' : 'in'
}

export const isLocked = (lockedUntil: Date | null, now: Date): boolean => lockedUntil !== null && lockedUntil > now

/** Counted one by one; the fifth locks and begins to count anew. */
export function afterFailure(failures: number, now: Date): { failures: number, lockedUntil: Date | null } {
  return failures + 1 < mostFailures ? { failures: failures + 1, lockedUntil: null } : { failures: 0, lockedUntil: later(now, minutes(lockMinutes)) }
}

export const isPasswordOld = (since: Date | null, now: Date): boolean => since !== null && later(since, days(passwordDays)) <= now

/** A code of six digits lives five minutes and bears five tries. */
export const code = { seconds: minutes(5), tries: 5, againAfter: 60 }

/** Aliyun's own limits for codes to one number: one a minute, five an hour, ten a day. */
const sendLimits = [{ within: hours(1), most: 5 }, { within: hours(24), most: 10 }]
export const sendMemory = hours(24)

/** Seconds until another code may be sent to a number, 0 for now. `sent`: the moments of the last day, newest first. */
export function waitToSend(sent: Date[], now: Date): number {
  const until = [
    sent[0] && later(sent[0], code.againAfter),
    ...sendLimits.map(({ within, most }) => sent[most - 1] && later(sent[most - 1]!, within)),
  ].map((moment) => Math.ceil(((moment?.getTime() ?? 0) - now.getTime()) / 1000))
  return Math.max(0, ...until)
}

export type CodeVerdict = 'right' | 'wrong' | 'none'

/** The newest code of a number counts, once, in time, and not after too many tries. */
export function judgeCode(sent: { until: Date, tries: number, isUsed: boolean } | undefined, isSame: boolean, now: Date): CodeVerdict {
  if (!sent || sent.isUsed || sent.until <= now || sent.tries >= code.tries) return 'none'
  return isSame ? 'right' : 'wrong'
}

/** What somebody is called who only gave a phone number. */
export const residentName = (phone: string) => `居民${phone.slice(-4)}`

export const later = (moment: Date, seconds: number): Date => new Date(moment.getTime() + seconds * 1000)
