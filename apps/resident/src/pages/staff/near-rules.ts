import { distanceInMetres } from '@linli/standards/coordinates'
import { sorted } from '../../kernel/sorted.ts'
import type { Point } from '../../phone/phone.ts'

type Row = { point: Point | null, dueAt: string | null, person?: { id: string } | null }

export type Order = 'due' | 'near'

export const metresTo = (from: Point | null, to: Point | null): number | null => from && to ? distanceInMetres([from.lng, from.lat], [to.lng, to.lat]) : null

/** 「80 米」「1.2 公里」: nobody walks by the metre. */
export function distanceWords(metres: number): string {
  if (metres < 1000) return `${Math.max(10, Math.round(metres / 10) * 10)} 米`
  return `${metres < 10_000 ? (metres / 1000).toFixed(1) : Math.round(metres / 1000)} 公里`
}

/** What names this person first; then by what is due first or what is nearest; what has neither comes last. */
export function inOrder<T extends Row>(rows: readonly T[], order: Order, from: Point | null, me?: string): T[] {
  const isOthers = ({ person }: Row) => me !== undefined && person?.id === me ? 0 : 1
  const dueIn = ({ dueAt }: Row) => dueAt ? Date.parse(dueAt) : Infinity
  const farIs = ({ point }: Row) => metresTo(from, point) ?? Infinity
  const [first, second] = order === 'near' && from ? [farIs, dueIn] : [dueIn, farIs]
  return sorted(rows, (a, b) => compare(isOthers(a), isOthers(b)) || compare(first(a), first(b)) || compare(second(a), second(b)))
}

type Words = { number: string, title: string, place: string, areaName: string, matter: { name: string } }

/** Whether all the words that are looked for stand somewhere in a row: number, title, place, matter. */
export const holds = ({ number, title, place, areaName, matter }: Words, text: string): boolean => {
  const all = [number, title, place, areaName, matter.name].join(' ').toLowerCase()
  return text.trim().toLowerCase().split(/\s+/).every((word) => all.includes(word))
}

const compare = (a: number, b: number) => a === b ? 0 : a < b ? -1 : 1
