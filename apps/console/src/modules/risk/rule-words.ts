import { riskColour, riskScale, warnedColours, warningRole, limitUnit } from '@linli/contract/words/index'
import type { RiskKind } from '@linli/contract/words/index'
import { rising } from './risk-view.ts'
import type { KindRule, Rule } from './risk-view.ts'

/** What is measured of whom, in one sentence. */
export const conditionsOf = ({ days, matters, groups, areas }: Pick<Rule, 'days' | 'matters' | 'groups' | 'areas'>, groupName: (code: string) => string = (code) => code): string => [
  ...(days === null ? [] : [`近 ${days} 天`]),
  ...(matters.length > 0 ? [`事项是${matters.map(({ name }) => name).join('、')}`] : []),
  ...(groups.length > 0 ? [`类别是${groups.map(groupName).join('、')}`] : []),
  ...(areas.length > 0 ? [`在${areas.map(({ name }) => name).join('、')}`] : []),
].join('，') || '全部'

/** How a value becomes points. */
export const pointsOf = ({ from, to, scale, weight, unit }: Pick<Rule, 'from' | 'to' | 'scale' | 'weight' | 'unit'>): string =>
  scale === 'step' ? `达到 ${to} ${unit}计 ${weight} 分` : `${from}–${to} ${unit}${riskScale.linear}，最多 ${weight} 分`

/** The colours a value gives alone; nothing where there are none. */
export const alone = ({ thresholds, unit }: Pick<Rule, 'thresholds' | 'unit'>): string => rising.flatMap((one) => (thresholds[one] === null ? [] : [`${thresholds[one]} ${unit}起${riskColour[one]}色`])).join('，')

export const limitsOf = ({ limits }: Pick<KindRule, 'limits'>): string => rising.map((one) => `${limits[one]} 分起${riskColour[one]}色`).join('，')
export const dutiesOf = ({ duties }: Pick<KindRule, 'duties'>): string => warnedColours.flatMap((one) => {
  const duty = duties[one]
  return duty ? [`${riskColour[one]}色由${warningRole[duty.role]}在 ${duty.limit.amount} ${limitUnit[duty.limit.unit]}内处置`] : []
}).join('；') || '不预警'

/** Rules by what they are of, in the order of kinds. */
export const byKind = (rules: readonly Rule[], kinds: readonly KindRule[]): { kind: RiskKind, kindRule: KindRule, rules: Rule[] }[] => kinds.map((kindRule) => ({ kind: kindRule.kind, kindRule, rules: rules.filter((rule) => rule.kind === kindRule.kind) }))
