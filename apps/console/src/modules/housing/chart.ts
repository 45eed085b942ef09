import type { Output } from '@linli/contract'
import { daysBetween } from '@linli/standards/day'
import { sorted } from '../../parts/sorted.ts'

export type Unit = Output<'housing', 'chart'>['rows'][number]

export const isBuilding = (area: string): boolean => /b\d{4}\/$/.test(area)

/** How a door is called within its building: 2单元501, 501-1. */
export const unitWords = ({ entrance, room, part }: Pick<Unit, 'entrance' | 'room' | 'part'>): string => `${entrance && `${entrance}单元`}${room}${part && `-${part}`}`

export interface Floor { floor: number | null, units: Unit[] }
export interface Entrance { entrance: string, floors: Floor[] }

/** Entrances side by side, what has none last; floors from the top down, what has no floor at the bottom; units in the order they came, which is as people walk. */
export function entrancesOf(units: readonly Unit[]): Entrance[] {
  const entrances = sorted([...new Set(units.map(({ entrance }) => entrance))], (one, other) => Number(one === '') - Number(other === ''))
  return entrances.map((entrance) => {
    const own = units.filter((unit) => unit.entrance === entrance)
    const floors = sorted([...new Set(own.map(({ floor }) => floor))], (one, other) => (other ?? -1000) - (one ?? -1000))
    return { entrance, floors: floors.map((floor) => ({ floor, units: own.filter((unit) => unit.floor === floor) })) }
  })
}

export type Tone = 'plain' | 'blue' | 'amber' | 'purple' | 'green'
/** An answer to a question about a unit: what stands in its cell, and the colour that helps the eye. */
export interface Answer { words: string, tone: Tone }

const yearDays = 365
/** Codes of housingState (GB/T 31000). */
const state = { own: '01', rented: '02', business: '03', empty: '04' }

/** The questions that a chart is coloured by. */
export const questions = {
  lived: { title: '居住人数', of: ({ people }: Unit): Answer => people === 0 ? { words: '无人', tone: 'plain' } : people === 1 ? { words: '1 人', tone: 'amber' } : people < 5 ? { words: '2–4 人', tone: 'blue' } : { words: '5 人以上', tone: 'purple' } },
  empty: { title: '空置', of: (unit: Unit): Answer => unit.state === state.empty ? unit.people > 0 ? { words: '空置但有人', tone: 'purple' } : { words: '空置', tone: 'amber' } : unit.people === 0 ? { words: '未登记人', tone: 'plain' } : { words: '有人住', tone: 'blue' } },
  rented: { title: '出租', of: (unit: Unit): Answer => unit.state === state.rented ? { words: '出租', tone: 'amber' } : unit.state === state.own ? { words: '自住', tone: 'blue' } : unit.state === state.business ? { words: '商用', tone: 'purple' } : { words: unit.state === state.empty ? '空置' : '待核实', tone: 'plain' } },
  stale: { title: '一年未更新', of: (unit: Unit, today: string): Answer => daysBetween(unit.checkedAt.slice(0, 10), today) > yearDays ? { words: '一年以上', tone: 'amber' } : { words: '一年以内', tone: 'green' } },
} as const satisfies Record<string, { title: string, of: (unit: Unit, today: string) => Answer }>

export type Question = keyof typeof questions

/** The answers that occur in a building and how often, the commonest first. */
export function legendOf(units: readonly Unit[], question: Question, today: string): (Answer & { count: number })[] {
  const counts = new Map<string, Answer & { count: number }>()
  for (const unit of units) {
    const answer = questions[question].of(unit, today)
    counts.set(answer.words, { ...answer, count: (counts.get(answer.words)?.count ?? 0) + 1 })
  }
  return sorted([...counts.values()], (one, other) => other.count - one.count)
}
