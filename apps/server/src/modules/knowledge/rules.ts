import { soonDays, type AnswerBand, type AnswerCard as Card, type EntranceKind, type Input, type KnowledgeStatus, type KnowledgeStep, type KnowledgeTerm } from '@linli/contract'
import { addDays, type Day } from '@linli/standards'
import type { output } from 'zod'

export type Content = Input<'knowledge', 'write'>['content']
export type AnswerCard = output<typeof Card>
export interface Times { valid_from: Day | null, valid_to: Day | null }

/** May it be told on that day? Both ends belong to it. */
export const isTold = ({ valid_from: from, valid_to: to }: Times, day: Day): boolean => (from === null || from <= day) && (to === null || to >= day)

export const soonUntil = (day: Day): Day => addDays(day, soonDays)

export function termOf({ status, valid_to: to }: { status: string, valid_to: Day | null }, day: Day): KnowledgeTerm | null {
  if (status === 'expired' || (status === 'published' && to !== null && to < day)) return 'over'
  return status === 'published' && to !== null && to <= soonUntil(day) ? 'soon' : null
}

/** What somebody who reviews would send back at once, field by field. */
export function missing({ category, answerShort, isNotForUs, validTo }: Content, day: Day): { path: string, message: string }[] {
  return [
    ...(category === '' ? [{ path: 'content.category', message: '请选择分类' }] : []),
    ...(answerShort === '' && !isNotForUs ? [{ path: 'content.answerShort', message: '请填写简短答复' }] : []),
    ...(validTo !== null && validTo < day ? [{ path: 'content.validTo', message: '有效期已经过了，请改到今天以后' }] : []),
  ]
}

export interface Standing { status: KnowledgeStatus, open: 'draft' | 'review' | null }
/** `isWriter`: they wrote in the open version, which is reviewed by somebody else. */
export interface Who { mayEdit: boolean, mayReview: boolean, isWriter: boolean }

const moves: Record<KnowledgeStep, (what: Standing, who: Who) => boolean> = {
  change: ({ open }, { mayEdit }) => mayEdit && open !== 'review',
  submit: ({ open }, { mayEdit }) => mayEdit && open === 'draft',
  takeBack: ({ open }, { mayEdit }) => mayEdit && open === 'review',
  drop: ({ open }, { mayEdit }) => mayEdit && open === 'draft',
  approve: ({ open }, { mayReview, isWriter }) => mayReview && open === 'review' && !isWriter,
  sendBack: ({ open }, { mayReview }) => mayReview && open === 'review',
  withdraw: ({ status }, { mayReview }) => mayReview && (status === 'published' || status === 'expired'),
}

export const mayTake = (step: KnowledgeStep, what: Standing, who: Who): boolean => moves[step](what, who)
export const stepsFor = (what: Standing, who: Who): KnowledgeStep[] => (Object.keys(moves) as KnowledgeStep[]).filter((step) => mayTake(step, what, who))

/** Each once, in the order they were written; the question itself is no other way to ask it. */
export const others = (question: string, alike: readonly string[]): string[] => [...new Set(alike)].filter((one) => one !== question)

export interface CardRow extends Times {
  no: number, question: string, answer_short: string, answer_long: string, steps: string[], materials: string[], entrances: unknown, phone: string, audience: string, source_title: string | null, source_on: Day | null, is_unchecked: boolean
}
export const entrancesOf = (row: Pick<CardRow, 'entrances'>) => row.entrances as { kind: EntranceKind, text: string }[]
export const sourceOf = ({ source_title: title, source_on: date }: Pick<CardRow, 'source_title' | 'source_on'>) => (title === null ? null : { title, date })

export const cardOf = (row: CardRow): AnswerCard => ({
  question: row.question, answerShort: row.answer_short, answerLong: row.answer_long, steps: row.steps, materials: row.materials, entry: entrancesOf(row), phone: row.phone, audience: row.audience,
  source: sourceOf(row), validFrom: row.valid_from, validTo: row.valid_to, version: row.no, isUnchecked: row.is_unchecked,
})

export interface Ranked { id: string, score: number }
export interface Match { band: AnswerBand, confidence: number, ranked: readonly Ranked[] }

/**
 * What is left of what was found, where some of it may not be told any more: the confidence belongs to the best one and goes with it; what comes
 * after is offered at most.
 */
export function leftOf({ band, confidence, ranked }: Match, isThere: (id: string) => boolean, { offer }: { offer: number }): { band: AnswerBand, hits: { id: string, confidence: number }[] } {
  const hits = ranked.filter(({ id }) => isThere(id)).map(({ id, score }) => ({ id, confidence: id === ranked[0]!.id ? confidence : Math.min(score, confidence) }))
  const best = hits[0]
  if (!best) return { band: 'hand-over', hits: [] }
  return { band: best.id === ranked[0]!.id ? band : best.confidence >= offer ? 'offer' : 'hand-over', hits: hits.slice(0, 3) }
}
