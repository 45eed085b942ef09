import type { Output } from '@linli/contract'
import type { ReplyFacts, ReplyStep } from '@linli/contract/words/reply.ts'
import { filledReply, unfilledIn } from '@linli/contract/words/reply.ts'

export type Offer = Output<'reply', 'offer'>['rows'][number]

/** `line`: the matter with the groups above it. */
type About = { step: ReplyStep, line: readonly string[], area: string | null }

/** What the office says of such a matter at such a step, in the order the server keeps: favourites, then the most used. */
export const fittingReplies = (offers: readonly Offer[], { step, line, area }: About): Offer[] =>
  offers.filter((one) => (one.steps.length === 0 || one.steps.includes(step)) && (one.matters.length === 0 || one.matters.some((code) => line.includes(code))) && (area === null || area.startsWith(one.area)))

/** Before there is an event some of it has no number and no unit: words that need them are not offered. */
export const wholeReplies = (offers: readonly Offer[], facts: ReplyFacts): Offer[] => offers.filter(({ text }) => unfilledIn(filledReply(text, facts)) === undefined)

/** Below what stands there already. */
export const addedTo = (before: string, text: string): string => before.trim() === '' ? text : `${before.trimEnd()}\n${text}`
