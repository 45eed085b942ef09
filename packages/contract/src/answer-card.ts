import * as z from 'zod'
import { Day } from './kit.ts'

/** What a resident is told: an answer with where it comes from and how long it holds. `version`: of the entry. */
export const AnswerCard = z.object({
  question: z.string(), answerShort: z.string(), answerLong: z.string(), steps: z.array(z.string()), materials: z.array(z.string()), entry: z.array(z.object({ kind: z.enum(['window', 'phone', 'link', 'app']), text: z.string() })), phone: z.string(), audience: z.string(),
  source: z.object({ title: z.string(), date: Day.nullable() }).nullable(), validFrom: Day.nullable(), validTo: Day.nullable(), version: z.number().int(), isUnchecked: z.boolean(),
})
