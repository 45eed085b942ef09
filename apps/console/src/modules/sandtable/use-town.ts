import { isAreaPath, levelOf } from '@linli/standards/area-path'
import { useMemo, useState } from 'react'
import { longFresh, useAsk } from '../../kernel/ask.ts'
import { myAreas, useMe } from '../../kernel/session.ts'
import { useToday } from '../../parts/use-today.ts'
import { areaOn } from '../organisation/area.ts'
import type { Area } from '../organisation/area.ts'
import { useOffice } from '../organisation/use-office.ts'
import { byGrid, dayWords, isTold, noLevel, rowWords, scaleOf } from './colour.ts'
import type { Row, Scale } from './colour.ts'
import { noQuestion, useQuestions, useValues } from './questions.ts'
import type { Question, SandLevel } from './questions.ts'
import { dayShown, periodOf, stepsOf } from './time.ts'
import type { Period, Span } from './time.ts'
import type { SandView } from './view.ts'

/** Everything the sand table says of where one looks, whether it is drawn or listed. */
export interface Town {
  /** Where one is, and the widest of what one may go up to. */
  area: string
  top: string
  /** All that is drawn: the sub-district, for whoever works in several all of them. */
  drawn: string
  office: string | undefined
  questions: readonly Question[]
  question: Question
  /** The communities of the office, and those of them that are one's own. */
  communities: readonly Area[]
  own: readonly string[]
  time: { span: Span, day: string, steps: Period[], step: number | undefined, period: Period }
  /** The day that has passed as of which figures are shown; nothing for as they stand now. */
  on: string | undefined
}

const none: readonly Area[] = []

export function useTown(filter: SandView): Town {
  const me = useMe()
  const today = useToday()
  const home = myAreas(me)[0]?.path ?? '/'
  const mine = useOffice() ?? home
  const area = filter.area !== undefined && isAreaPath(filter.area) ? filter.area : mine
  const office = areaOn(area, 'subdistrict')
  // A community looks at its whole sub-district, a district at all of its own.
  const drawn = office !== undefined && !office.startsWith(home) ? office : home
  const questions = useQuestions()
  const question = questions.find(({ key }) => key === filter.paint) ?? questions[0] ?? noQuestion
  const communities = useAsk('organisation', 'areas', { parent: office ?? area }, { isWanted: office !== undefined, freshMs: longFresh }).data?.rows ?? none
  const scopes = me.may['sandtable.view']
  const own = useMemo(() => communities.filter(({ path, kind }) => kind === 'community' && (scopes ?? []).some((scope) => path.startsWith(scope) || scope.startsWith(path))).map(({ path }) => path), [communities, scopes])
  const [span, day]: [Span, string] = [filter.span ?? 'month', filter.day !== undefined && filter.day < today ? filter.day : today]
  const time = useMemo(() => {
    const steps = stepsOf(span, day)
    const step = filter.step !== undefined && /^\d{1,2}$/.test(filter.step) && Number(filter.step) < steps.length ? Number(filter.step) : undefined
    return { span, day, steps, step, period: step === undefined ? periodOf(span, day) : steps[step]! }
  }, [span, day, filter.step])
  const shown = dayShown(time)
  return { area, top: drawn, drawn, office, questions, question, communities, own, time, on: shown < today ? shown : undefined }
}

export interface Painted { rows: readonly Row[], scale: Scale, colours: ReadonlyMap<string, string>, words: ReadonlyMap<string, string>, isWaiting: boolean, note: string | undefined }

/** Every building's colour. `only`: the level that is looked for, the others step back. */
export function useBuildings({ question, own, on }: Pick<Town, 'question' | 'own' | 'on'>, { isWanted, only }: { isWanted: boolean, only?: string | undefined }): Painted {
  const isByGrid = on !== undefined && !question.isKeptByBuilding
  const { rows: all, isWaiting: isBare } = useValues(question, own, 'building', { isWanted, on })
  const { rows: grids, isWaiting: isCounting } = useValues(question, own, 'grid', { isWanted: isWanted && isByGrid, on })
  const isWaiting = isBare || isCounting
  const told = useMemo(() => {
    const buildings = all.filter(({ area }) => area.includes('b'))
    return isByGrid ? byGrid(buildings, grids, (path) => areaOn(path, 'grid')) : buildings
  }, [all, grids, isByGrid])
  const rows = useStanding(told, isWaiting, `${question.key} ${own.join()}`)
  return useMemo(() => {
    const scale = scaleOf(rows, question.unit)
    const colours = new Map(rows.map((row): [string, string] => {
      const level = scale.levelOf(row)
      return [row.area, only === undefined || only === level.key ? level.colour : noLevel.colour]
    }))
    return { rows, scale, colours, words: new Map(rows.filter(isTold).map((row) => [row.area, `${isByGrid ? '网格 ' : ''}${rowWords(row, question.unit)}`])), isWaiting, note: on === undefined || isWaiting ? undefined : dayWords({ isByGrid, rows }) }
  }, [rows, question.unit, only, isWaiting, on, isByGrid])
}

/** While an answer is on its way, the last one about the same stands: a town that plays through a month is not grey between two days. */
function useStanding<T>(now: T, isWaiting: boolean, about: string): T {
  const [last, setLast] = useState<{ about: string, answer: T }>()
  if (!isWaiting && (last?.about !== about || last.answer !== now)) setLast({ about, answer: now })
  return isWaiting && last?.about === about ? last.answer : now
}

/** Is it a county, whose sub-districts are told with their values? */
export const isDistrict = (area: string): boolean => isAreaPath(area) && levelOf(area) === 'county'

/** What lies directly under where one is, with its value: sub-districts, communities, grids, buildings. */
export function useChildren({ area, office, own, question, on }: Town): { level: SandLevel, rows: readonly Row[], isWaiting: boolean, isFirst: boolean } {
  const community = areaOn(area, 'community')
  const level = office === undefined ? 'subdistrict' : community === undefined ? 'community' : levelOf(area) === 'community' ? 'grid' : 'building'
  const asked = useMemo(() => community === undefined ? office !== undefined ? [office] : isDistrict(area) ? [area] : [] : own.includes(community) ? [community] : [], [area, community, office, own])
  const { rows, isWaiting, isFirst } = useValues(question, asked, level, { on })
  return useMemo(() => ({ level, rows: rows.filter((row) => row.area.startsWith(area) && row.area !== area), isWaiting, isFirst }), [level, rows, area, isWaiting, isFirst])
}
