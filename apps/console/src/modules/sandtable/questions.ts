import type { Output } from '@linli/contract'
import { indicatorScale } from '@linli/contract/words/index'
import type { IndicatorScale } from '@linli/contract/words/index'
import { useQueries } from '@tanstack/react-query'
import type { UseQueryResult } from '@tanstack/react-query'
import { useMemo } from 'react'
import { longFresh, useAsk } from '../../kernel/ask.ts'
import { call } from '../../kernel/call.ts'
import { noFigure } from './colour.ts'
import type { Row, Unit } from './colour.ts'

export type SandLevel = 'subdistrict' | 'community' | 'grid' | 'building'

/** What places of a level are called. */
export const levelWords: Record<SandLevel, string> = { subdistrict: '街道', community: '社区', grid: '网格', building: '楼幢' }

/** What may be chosen to colour by: an indicator. `key` stands in the address. `isKeptByBuilding`: buildings can be told as of a past day. */
export interface Question { key: string, title: string, theme: Output<'indicator', 'list'>['rows'][number]['theme'], formula: string, unit: Unit, isKeptByBuilding: boolean }

/** Until it is known what there is. */
export const noQuestion: Question = { key: '', title: '着色', theme: 'own', formula: '', unit: 'count', isKeptByBuilding: false }

const unitOf = (scale: IndicatorScale): Unit => scale === 'count' || scale === 'share' ? scale : 'plain'
const none: readonly Question[] = []

/** All that is computed, as the office defines it. */
export function useQuestions(): readonly Question[] {
  const { data } = useAsk('indicator', 'list', {}, { freshMs: longFresh })
  return useMemo(() => data?.rows.map(({ code, name, theme, formula, scale, isKeptByBuilding }) => ({ key: code, title: name, theme, formula: [formula, ...(unitOf(scale) === 'plain' ? [indicatorScale[scale]] : [])].join('，'), unit: unitOf(scale), isKeptByBuilding })) ?? none, [data])
}

/** Where a number is opened: over time, by place, and down to the records. */
export const behind = ({ key }: Question, area: string): string => `/indicators/one?${new URLSearchParams({ code: key, area }).toString()}`

const freshMs = 5 * 60_000
const soonMs = 5_000
/** Nobody tells of buildings: they are asked for again every five minutes, and soon where nothing had been counted yet. */
const againMs = ({ state }: { state: { data: Values | undefined } }): number => (state.data?.countedAt === null ? soonMs : freshMs)
const nowhere: readonly string[] = []

/** The rows of all these areas, as far as they have come: each as a whole and the places of a level in it. What areas have is asked again whenever it changes; thousands of buildings are not. `on`: as of the end of that day; buildings of which it is not kept are told without a number, and so is what nobody has counted yet (`isFirst`). */
export function useValues({ key, isKeptByBuilding }: Question, areas: readonly string[], level: SandLevel, { isWanted = true, on }: { isWanted?: boolean, on?: string | undefined } = {}): { rows: Row[], isWaiting: boolean, isFirst: boolean } {
  const isBlank = on !== undefined && level === 'building' && !isKeptByBuilding
  const at = isBlank ? undefined : on
  const queries = (isWanted && key !== '' ? areas : nowhere).map((area) => ({ queryKey: [level === 'building' ? 'sandtable' : 'indicator', 'indicator.values', { indicator: key, area, level, on: at }], queryFn: () => call('indicator', 'values', { indicator: key, area, level, on: at }), staleTime: freshMs, refetchInterval: level === 'building' && againMs }))
  const { parts, mark, isWaiting, isFirst } = useQueries({ queries, combine: together })
  // eslint-disable-next-line react-hooks/exhaustive-deps -- the mark stands for the parts, which are made anew with every look
  const rows = useMemo(() => parts.flatMap(({ whole, rows: places, countedAt, indicator: { scale } }) => [whole, ...places].map((row) => isBlank || countedAt === null ? { ...rowOf(row, scale), ...noFigure } : rowOf(row, scale))), [mark, key, level, on])
  return { rows, isWaiting, isFirst }
}

type Values = Output<'indicator', 'values'>

const together = (results: UseQueryResult<Values>[]) => ({ parts: results.flatMap(({ data }) => data ?? []), mark: results.map(({ dataUpdatedAt }) => dataUpdatedAt).join(), isWaiting: results.some(({ isPending }) => isPending), isFirst: results.some(({ data }) => data?.countedAt === null) })

/** A share is told in percent. */
const rowOf = ({ area, name, value, above, below, band, isSuppressed }: Values['rows'][number], scale: IndicatorScale): Row =>
  ({ area, name, value: value !== null && scale === 'share' ? value / 100 : value, numerator: above, denominator: below, band, isSuppressed })
