import type { Asked, Output } from '@linli/contract'
import { eventSeverity, eventSource, limitUnit } from '@linli/contract/words/index'

export type Rule = Output<'routing', 'rules'>['rules'][number]
export type Written = Asked<'routing', 'saveDraft'>['rules'][number]
export type Version = Output<'routing', 'versions'>['rows'][number]

const either = (words: string[]) => words.map((word) => `“${word}”`).join('或')

/** What must hold for a rule to speak, each condition as a sentence says it. */
export const conditionsOf = ({ matters, areas, sources, severities, words }: Pick<Rule, 'matters' | 'areas' | 'sources' | 'severities' | 'words'>): string[] => [
  ...(matters.length > 0 ? [`事项是${either(matters.map(({ name }) => name))}`] : []),
  ...(areas.length > 0 ? [`地点在${either(areas.map(({ name }) => name))}`] : []),
  ...(sources.length > 0 ? [`来源是${either(sources.map((source) => eventSource[source]))}`] : []),
  ...(severities.length > 0 ? [`级别是${either(severities.map((severity) => eventSeverity[severity]))}`] : []),
  ...(words.length > 0 ? [`说到${either(words.map((entry) => entry.trim().split(/\s+/).join('＋')))}`] : []),
]

export const sentenceOf = (rule: Rule): string => conditionsOf(rule).join('，且') || '所有事件'

/** What follows besides the unit. */
export const extrasOf = ({ person, raisesTo, limit }: Pick<Rule, 'person' | 'raisesTo' | 'limit'>): string[] => [
  ...(person ? [`责任人 ${person.name}`] : []),
  ...(raisesTo ? [`级别提到${eventSeverity[raisesTo]}`] : []),
  ...(limit ? [`处置时限 ${limit.amount} ${limitUnit[limit.unit]}`] : []),
]

export const unitWords = (rule: Pick<Rule, 'unit'>): string => rule.unit?.name ?? '事件所在社区'

/** A rule as it is sent back. */
export const writtenOf = ({ id, matters, areas, sources, severities, words, unit, person, raisesTo, limit }: Rule): Written =>
  ({ id, matters: matters.map(({ code }) => code), areas: areas.map(({ path }) => path), sources, severities, words, unit: unit?.id ?? null, person: person?.id ?? null, raisesTo, limit })

/** So many places up or down; what would leave the list stays. */
export function moved<T>(list: readonly T[], at: number, by: number): T[] {
  const to = at + by
  if (to < 0 || to >= list.length) return [...list]
  const rest = list.filter((_, index) => index !== at)
  return [...rest.slice(0, to), list[at]!, ...rest.slice(to)]
}

/** 首派准确率 as people read it. */
export const rateWords = (rate: number | null): string => rate === null ? '—' : `${(rate * 100).toFixed(1)}%`
