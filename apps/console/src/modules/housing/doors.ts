import type { Asked } from '@linli/contract'

export type Door = Asked<'housing', 'add'>['doors'][number]

export interface Plan { entrances?: string, from?: number, until?: number, perFloor?: number, without?: string, others?: string }

const listed = (text = '') => [...new Set(text.split(/[\s、，,;；]+/).map((part) => part.trim()).filter((part) => part !== ''))]

/** 1,2 and 1-3 as entrances; nothing where a building has only one. */
export const entrancesIn = (text?: string): string[] => {
  const all = listed(text).flatMap((part) => {
    const range = /^(\d{1,2})[-~—至](\d{1,2})$/.exec(part)
    return range ? numbers(Number(range[1]), Number(range[2])).map(String) : [part.replace(/单元$/, '')]
  })
  return all.length > 0 ? all : ['']
}

/** Every door of a plan: floors × rooms in each entrance, without those that are left out (18 for a floor, 1304 for a room), and rooms besides. There is no floor 0. */
export function doorsOf({ entrances, from, until, perFloor, without, others }: Plan): Door[] {
  const left = listed(without)
  const floors = from !== undefined && until !== undefined && perFloor ? numbers(from, until).filter((floor) => floor !== 0 && !left.includes(String(floor))) : []
  const regular = entrancesIn(entrances).flatMap((entrance) => floors.flatMap((floor) => numbers(1, perFloor!)
    .map((at) => ({ entrance, floor, room: `${floor}${String(at).padStart(2, '0')}` })))).filter(({ room }) => !left.includes(room))
  return [...regular, ...listed(others).map((room) => ({ room }))]
}

const numbers = (from: number, until: number) => Array.from({ length: Math.max(0, until - from + 1) }, (_, at) => from + at)

/** So many doors go to the server at once. */
export const mostAtOnce = 500

export const inPieces = (doors: readonly Door[]): Door[][] => Array.from({ length: Math.ceil(doors.length / mostAtOnce) }, (_, at) => doors.slice(at * mostAtOnce, (at + 1) * mostAtOnce))
