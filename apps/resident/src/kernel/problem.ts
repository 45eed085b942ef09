import { Refusal } from '@linli/client'
import { Sorry } from './sorry.ts'

/** What to tell the person about a failure: the server's words where it refused, plain words otherwise. */
export function wordsOf(reason: unknown): string {
  if (reason instanceof Refusal) return reason.problem.fields?.[0]?.message ?? reason.message
  return reason instanceof Sorry ? reason.message : '没有办成，请稍后再试'
}
