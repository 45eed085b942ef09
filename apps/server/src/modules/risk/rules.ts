import { isCare, riskKind, warnedColours, type Input, type RiskColour, type RiskKind, type WarnedColour, type WarningRole } from '@linli/contract'

type Draft = Input<'risk', 'saveDraft'>
/** A rule as it is kept: what was written, with its id. */
export type RiskRule = Draft['rules'][number] & { id: string }
export type KindRule = Draft['kinds'][number]
export interface RuleSet { rules: RiskRule[], kinds: KindRule[] }

export interface RecordOf { kind: string, id: string, label: string, at: string | null }
/** A value as it was measured. */
export interface Measured { subject: string, area: string, value: number, records: RecordOf[], count: number }
/** What one rule says of one subject, kept with its score. */
export interface Part { rule: string, name: string, factor: string, value: number, points: number, weight: number, colour: WarnedColour | null, records: RecordOf[], count: number }
export interface Score { subject: string, area: string, score: number, colour: RiskColour, parts: Part[] }

const order: readonly RiskColour[] = ['red', 'orange', 'yellow', 'blue', 'green']
export const isWorse = (one: RiskColour, other: RiskColour): boolean => order.indexOf(one) < order.indexOf(other)
const worst = (colours: readonly RiskColour[]): RiskColour => order.find((one) => colours.includes(one)) ?? 'green'
export const isWarned = (colour: RiskColour): colour is WarnedColour => colour !== 'green'

/** The share of its weight that a value gives, 0 to 1. */
export function shareOf({ from, to, scale }: Pick<RiskRule, 'from' | 'to' | 'scale'>, value: number): number {
  if (scale === 'step') return value >= to ? 1 : 0
  return Math.min(1, Math.max(0, (value - from) / (to - from)))
}

/** The colour a value gives by this rule alone. */
export const colourAlone = (thresholds: RiskRule['thresholds'], value: number): WarnedColour | null => warnedColours.find((one) => thresholds[one] !== null && value >= thresholds[one]) ?? null

/** Below this a rule says nothing of a value. */
export const leastOf = ({ from, to, scale, thresholds }: Pick<RiskRule, 'from' | 'to' | 'scale' | 'thresholds'>): number => Math.min(scale === 'step' ? to : from, ...warnedColours.flatMap((one) => thresholds[one] ?? []))

export function partOf(rule: RiskRule, { value, records, count }: Measured): Part | undefined {
  const points = Math.round(shareOf(rule, value) * rule.weight * 10) / 10
  const colour = colourAlone(rule.thresholds, value)
  if (points === 0 && colour === null) return undefined
  return { rule: rule.id, name: rule.name, factor: rule.factor, value: Math.round(value * 10) / 10, points, weight: rule.weight, colour, records, count }
}

/** Σ weight × share, at most 100; the worse of what the points and what a single rule says. */
export function scoreOf(parts: readonly Part[], limits: KindRule['limits']): { score: number, colour: RiskColour } {
  const score = Math.min(100, Math.round(parts.reduce((sum, { points }) => sum + points, 0) * 10) / 10)
  const byPoints = warnedColours.find((one) => score >= limits[one]) ?? 'green'
  return { score, colour: worst([byPoints, ...parts.flatMap(({ colour }) => colour ?? [])]) }
}

export const appliesIn = ({ areas }: Pick<RiskRule, 'areas'>, area: string): boolean => areas.length === 0 || areas.some((one) => area.startsWith(one))

/** Everything the rules say, subject by subject. */
export function scored(measured: readonly { rule: RiskRule, rows: readonly Measured[] }[], kind: Pick<KindRule, 'limits'>): Score[] {
  const found = new Map<string, { area: string, parts: Part[] }>()
  for (const { rule, rows } of measured) {
    for (const row of rows) {
      const part = appliesIn(rule, row.area) ? partOf(rule, row) : undefined
      if (!part) continue
      const known = found.get(row.subject)
      if (known) known.parts.push(part)
      else found.set(row.subject, { area: row.area, parts: [part] })
    }
  }
  return [...found].map(([subject, { area, parts }]) => ({ subject, area, ...scoreOf(parts, kind.limits), parts: parts.toSorted((a, b) => b.points - a.points) }))
}

/** After a warning was closed it is quiet about the same and less for so long; then its effect is read too. */
export const effectDays = 30

/** `open`: the colour of the warning that waits; `closed`: of the one closed in the last thirty days. */
export function toWarn(colour: RiskColour, { hasDuty, open, closed }: { hasDuty: boolean, open: RiskColour | null, closed: RiskColour | null }): 'new' | 'raise' | undefined {
  if (!isWarned(colour) || !hasDuty) return undefined
  if (open !== null) return isWorse(colour, open) ? 'raise' : undefined
  return closed === null || isWorse(colour, closed) ? 'new' : undefined
}

const chain: readonly WarningRole[] = ['gridWorker', 'socialWorker', 'secretary', 'shiftLeader']
/** To whom it goes when nobody has acted in time; what is of people stays in the community. */
export function nextRole(role: WarningRole, kind: RiskKind): WarningRole | undefined {
  const next = chain[chain.indexOf(role) + 1]
  return next === 'shiftLeader' && isCare(kind) ? undefined : next
}

export interface Complaint { path: string, message: string }
export interface Known { kindOf: (factor: string) => { kind: RiskKind, hasDays: boolean } | undefined, isMatter: (code: string) => boolean, isArea: (path: string) => boolean, isGroup: (code: string) => boolean, office: string }

/** What is wrong with rules, each with the place to mend. */
export function complaintsOf({ rules, kinds }: RuleSet, known: Known): Complaint[] {
  const ofRules = rules.flatMap((rule, at) => {
    const path = (field: string) => `rules.${at}.${field}`
    const factor = known.kindOf(rule.factor)
    const levels = warnedColours.toReversed().flatMap((one) => rule.thresholds[one] ?? [])
    return [
      ...(rules.findIndex(({ id }) => id === rule.id) < at ? [{ path: path('id'), message: '同一条规则出现了两次' }] : []),
      ...(factor ? [] : [{ path: path('factor'), message: '没有这个因子，请重新选择' }]),
      ...(factor?.hasDays && rule.days === null ? [{ path: path('days'), message: '请填写统计最近多少天' }] : []),
      ...(rule.scale === 'linear' && rule.to <= rule.from ? [{ path: path('to'), message: '满分值要大于起分值' }] : []),
      ...(levels.some((one, no) => no > 0 && one <= levels[no - 1]!) ? [{ path: path('thresholds'), message: '直接定色的值要从蓝到红逐级变大' }] : []),
      ...(rule.matters.every(known.isMatter) ? [] : [{ path: path('matters'), message: '没有这个事项，请重新选择' }]),
      ...(rule.groups.every(known.isGroup) ? [] : [{ path: path('groups'), message: '没有这个关爱类别，请重新选择' }]),
      ...(rule.areas.every((area) => area.startsWith(known.office) && known.isArea(area)) ? [] : [{ path: path('areas'), message: '请选择本街道的辖区' }]),
    ]
  })
  const ofKinds = kinds.flatMap(({ limits: { blue, yellow, orange, red } }, at) => (blue < yellow && yellow < orange && orange < red ? [] : [{ path: `kinds.${at}.limits`, message: '分数界限要从蓝到红逐级变大' }]))
  // A kind that is left out would keep the scores it had.
  const isWhole = kinds.length === Object.keys(riskKind).length && new Set(kinds.map(({ kind }) => kind)).size === kinds.length
  return [...ofRules, ...ofKinds, ...(isWhole ? [] : [{ path: 'kinds', message: '每一类对象都要有分数界限，各一次' }])]
}

/** Fewer are not told of people to who may not see whom (domain §7): 1 to 4, and, where just one is hidden in a column whose sum is told, the next smallest too. */
const fewest = 5
export function hidden(column: readonly number[]): (number | null)[] {
  const few = column.map((one) => one > 0 && one < fewest)
  if (few.filter(Boolean).length === 1) {
    const rest = column.flatMap((one, at) => (one > 0 && !few[at] ? [at] : [])).toSorted((a, b) => column[a]! - column[b]!)
    if (rest[0] !== undefined) few[rest[0]] = true
  }
  return column.map((one, at) => (few[at] ? null : one))
}
export const few = (one: number): number | null => (one > 0 && one < fewest ? null : one)
