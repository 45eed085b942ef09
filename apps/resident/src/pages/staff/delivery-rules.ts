import type { EventStatus } from '@linli/contract/words/event.ts'
import type { ProblemBody } from '@linli/contract'
import type { Refused } from './parcel.ts'

/** What becomes of a parcel the server did not take. */
export type Verdict = 'later' | 'photos-gone' | 'refused'

/** Nothing answered, somebody has to sign in first, too much at once, or the server is in trouble: it was not refused, only not taken yet. */
const passing = [0, 401, 408, 423, 425, 429]

/** Photos that wait too long for their event are forgotten by the server; the phone still has them. */
export function verdictOn({ status, code, fields }: Pick<ProblemBody, 'status' | 'code' | 'fields'>): Verdict {
  if (passing.includes(status) || status >= 500 || code === 'sign-in.change-password') return 'later'
  return code === 'input.invalid' && fields?.some(({ path }) => path === 'photos') ? 'photos-gone' : 'refused'
}

/** What to keep of a refusal, for the person to read when they look. */
export function refusedBy({ code, detail, title, fields, details }: ProblemBody): Refused {
  const text = (value: unknown) => typeof value === 'string' ? value : null
  const open = Array.isArray(details?.open) ? details.open.filter((step): step is string => typeof step === 'string') : undefined
  return { code, words: fields?.[0]?.message ?? detail ?? title, by: text(details?.by), status: text(details?.status) as EventStatus | null, ...(open && { open }), ...(/^base[.]/.test(code) && details && { more: details }) }
}

const soonest = 5_000
const latest = 5 * 60_000

/** Milliseconds until what did not get through is tried again: soon at first, then less and less often. */
export const pauseAfter = (failures: number) => Math.min(latest, soonest * 2 ** Math.max(0, failures - 1))
