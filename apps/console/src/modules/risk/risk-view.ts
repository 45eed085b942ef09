import type { Asked, Output } from '@linli/contract'
import { isCare } from '@linli/contract/words/index'
import type { RiskKind, WarnedColour } from '@linli/contract/words/index'

export type Board = Output<'risk', 'board'>
export type Scored = Output<'risk', 'list'>['rows'][number]
export type Whole = Output<'risk', 'subject'>
export type Part = Whole['parts'][number]
export type WarningView = Output<'risk', 'warning'>
export type WarningRow = Output<'risk', 'warnings'>['rows'][number]
export type Rule = Output<'risk', 'rules'>['rules'][number]
export type KindRule = Output<'risk', 'rules'>['kinds'][number]
export type Written = Asked<'risk', 'saveDraft'>['rules'][number]
export type Version = NonNullable<Output<'risk', 'rules'>['version']>
export type Factor = Output<'risk', 'factors'>['rows'][number]

/** Where a score is explained. */
export const whyAddress = ({ kind, id }: { kind: RiskKind, id: string }): string => `/risk/subject?kind=${kind}&id=${encodeURIComponent(id)}`
export const warningAddress = ({ kind, id }: { kind: RiskKind, id: string }): string => `/risk/${isCare(kind) ? 'care-warning' : 'warning'}/${id}`

/** The record's own page. */
export function recordAddress({ kind, id }: { kind: RiskKind, id: string }): string | undefined {
  if (kind === 'building') return `/housing?area=${encodeURIComponent(id)}`
  return kind === 'grid' ? undefined : `/${kind}/${id}`
}

/** Where a record that makes a value is opened; undefined where it has no page. */
export function openAddress({ kind, id }: { kind: string, id: string }): string | undefined {
  if (kind === 'talk') return `/attend/${id}`
  if (kind === 'people') return `/person?area=${encodeURIComponent(id)}`
  if (kind === 'stale') return '/quality?kind=stale'
  return ['event', 'housing', 'person', 'household'].includes(kind) ? `/${kind}/${id}` : undefined
}

/** From the least to the worst, as thresholds are written. */
export const rising: readonly WarnedColour[] = ['blue', 'yellow', 'orange', 'red']

/** A rule as it is sent back. */
export const writtenOf = ({ id, name, factor, isOn, days, from, to, scale, weight, thresholds, owner, note, matters, groups, areas }: Rule): Written =>
  ({ id, name, factor, isOn, days, from, to, scale, weight, thresholds, owner, note, groups, matters: matters.map(({ code }) => code), areas: areas.map(({ path }) => path) })

/** What a number that is not told is shown as. */
export const fewWords = (count: number | null): string => (count === null ? '<5' : String(count))
