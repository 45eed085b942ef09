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

/** What a question goes by besides the unit: the day, one group of care or any, and who of a list lives where. */
export interface Asked { today: string, group?: string | undefined, marked?: ReadonlyMap<string, number> | undefined }

const yearDays = 365
/** Codes of housingState (GB/T 31000). */
const state = { own: '01', rented: '02', business: '03', empty: '04' }
/** 老年人权益保障法第二条; the age from which offices look after those who live alone more closely. */
const [old, veryOld] = [60, 80]

/** The questions that a chart is coloured by. */
export const questions = {
  lived: { title: '居住人数', of: ({ people }): Answer => people === 0 ? { words: '无人', tone: 'plain' } : people === 1 ? { words: '1 人', tone: 'amber' } : people < 5 ? { words: '2–4 人', tone: 'blue' } : { words: '5 人以上', tone: 'purple' } },
  empty: { title: '空置', of: (unit): Answer => unit.state === state.empty ? unit.people > 0 ? { words: '空置但有人', tone: 'purple' } : { words: '空置', tone: 'amber' } : unit.people === 0 ? { words: '未登记人', tone: 'plain' } : { words: '有人住', tone: 'blue' } },
  rented: { title: '出租', of: (unit): Answer => unit.state === state.rented ? { words: '出租', tone: 'amber' } : unit.state === state.own ? { words: '自住', tone: 'blue' } : unit.state === state.business ? { words: '商用', tone: 'purple' } : { words: unit.state === state.empty ? '空置' : '待核实', tone: 'plain' } },
  alone: { title: '独居', of: ({ people, eldest }): Answer => people === 0 ? { words: '无人', tone: 'plain' } : people > 1 ? { words: '2 人以上', tone: 'green' } : eldest === null ? { words: '年龄不详', tone: 'blue' } : eldest >= veryOld ? { words: `${veryOld} 岁以上`, tone: 'purple' } : eldest >= old ? { words: `${old}–${veryOld - 1} 岁`, tone: 'amber' } : { words: `不满 ${old} 岁`, tone: 'blue' } },
  stale: { title: '一年未更新', of: (unit, { today }): Answer => daysBetween(unit.checkedAt.slice(0, 10), today) > yearDays ? { words: '一年以上', tone: 'amber' } : { words: '一年以内', tone: 'green' } },
  care: { title: '关爱类别', of: ({ people, groups }, { group }): Answer => (group === undefined ? groups.length > 0 : groups.includes(group)) ? { words: '有', tone: 'amber' } : people === 0 ? { words: '无人', tone: 'plain' } : { words: '没有', tone: 'green' } },
  list: { title: '自选条件', of: ({ id }, { marked }): Answer => marked === undefined ? { words: '未选', tone: 'plain' } : marked.has(id) ? { words: '符合', tone: 'amber' } : { words: '不符合', tone: 'plain' } },
} as const satisfies Record<string, { title: string, of: (unit: Unit, asked: Asked) => Answer }>

export type Question = keyof typeof questions

export const answerTo = (question: Question, unit: Unit, asked: Asked): Answer => (questions[question].of as (unit: Unit, asked: Asked) => Answer)(unit, asked)

/** The answers that occur in a building and how often, the commonest first. */
export function legendOf(answers: Iterable<Answer>): (Answer & { count: number })[] {
  const counts = new Map<string, Answer & { count: number }>()
  for (const answer of answers) counts.set(answer.words, { ...answer, count: (counts.get(answer.words)?.count ?? 0) + 1 })
  return sorted([...counts.values()], (one, other) => other.count - one.count)
}
