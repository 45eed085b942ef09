import type { EventSeverity, EventSource, Input } from '@linli/contract'
import { compact } from '@linli/standards'

/** A rule as it is kept: what was written, with its id and the name of who is to see to it. Rules of earlier versions name nobody. */
export type RoutingRule = Omit<Input<'routing', 'saveDraft'>['rules'][number], 'person'> & { id: string, person?: string | null, personName?: string | null }

/** What is asked about: `line` is the matter with the groups above it, nearest first; `text` what was reported, in its own words. */
export interface What { line: readonly string[], area: string, source: EventSource, severity: EventSeverity, text: string }

type Conditions = Pick<RoutingRule, 'matters' | 'areas' | 'sources' | 'severities' | 'words'>

/** Every condition that asks something holds. */
export const holds = (rule: Conditions, what: What): boolean =>
  anyOf(rule.matters, (code) => what.line.includes(code)) &&
  anyOf(rule.areas, (area) => what.area.startsWith(area)) &&
  anyOf(rule.sources, (source) => source === what.source) &&
  anyOf(rule.severities, (severity) => severity === what.severity) &&
  (rule.words.length === 0 || speaksOf(rule.words, plain(what.text)))

/** Rules that hold, in their order; the first whose unit still handles speaks. */
export const holding = <T extends Conditions>(rules: readonly T[], what: What): { rule: T, no: number }[] =>
  rules.flatMap((rule, at) => (holds(rule, what) ? [{ rule, no: at + 1 }] : []))

export const speaking = <T extends Pick<RoutingRule, 'unit'>>(held: readonly { rule: T, no: number }[], isActive: (unit: string) => boolean) =>
  held.find(({ rule }) => rule.unit === null || isActive(rule.unit))

const anyOf = <T>(wanted: readonly T[], is: (one: T) => boolean): boolean => wanted.length === 0 || wanted.some(is)

/** Words that are parted by a space within one entry must all occur, in any order. */
const speaksOf = (words: readonly string[], said: string): boolean =>
  words.some((entry) => {
    const parts = partsOf(entry)
    return parts.length > 0 && parts.every((part) => said.includes(part))
  })

export const partsOf = (entry: string): string[] => entry.split(/\s+/).map(plain).filter(Boolean)

/** Without spaces, punctuation and case: what people leave out and mix up. */
const plain = (text: string): string => compact(text).toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')

const rising: readonly EventSeverity[] = ['ordinary', 'larger', 'major', 'extreme']

/** A rule makes nothing less grave than people said it is. */
export const raised = (severity: EventSeverity, to: EventSeverity | null): EventSeverity =>
  (to !== null && rising.indexOf(to) > rising.indexOf(severity) ? to : severity)

export interface Complaint { path: string, message: string }
/** What is known of units and matters where the rules are to hold. */
export interface Known { units: ReadonlyMap<string, { kind: string, area: string, isActive: boolean }>, isMatter: (code: string) => boolean, isArea: (path: string) => boolean, office: string, isOfUnit?: (person: string, unit: string) => boolean }

/** What is wrong with rules, each with the place to mend. */
export function complaintsOf(rules: readonly RoutingRule[], known: Known): Complaint[] {
  return rules.flatMap((rule, at) => {
    const path = (field: string) => `rules.${at}.${field}`
    const unit = rule.unit === null ? undefined : known.units.get(rule.unit)
    return [
      ...(rules.findIndex(({ id }) => id === rule.id) < at ? [{ path: path('id'), message: '同一条规则出现了两次' }] : []),
      ...(rule.matters.every(known.isMatter) ? [] : [{ path: path('matters'), message: '没有这个事项，请重新选择' }]),
      ...(rule.areas.every((area) => area.startsWith(known.office) && known.isArea(area)) ? [] : [{ path: path('areas'), message: '请选择本街道的辖区' }]),
      ...(rule.words.every((entry) => partsOf(entry).length > 0) ? [] : [{ path: path('words'), message: '词语要有汉字、字母或数字' }]),
      ...(rule.unit !== null && !unit?.isActive ? [{ path: path('unit'), message: '没有这个办理单位，请重新选择' }] : []),
      ...(rule.person && (rule.unit === null || !known.isOfUnit?.(rule.person, rule.unit)) ? [{ path: path('person'), message: '责任人要是该单位的经办人，请重新选择' }] : []),
      ...(unit?.kind === 'community' && !isWithin(rule.areas, unit.area) ? [{ path: path('unit'), message: '社区只办本社区的事：请把辖区限定在该社区，或选“事件所在社区”' }] : []),
    ]
  })
}

const isWithin = (areas: readonly string[], area: string): boolean => areas.length > 0 && areas.every((one) => one.startsWith(area))
