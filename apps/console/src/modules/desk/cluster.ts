import type { Output } from '@linli/contract'
import { eventStatus, light as lightWords } from '@linli/contract/words/index'
import type { Tone } from '../../parts/map/dots.ts'
import type { Box } from '../../parts/map/shape.ts'

export type Cluster = Output<'desk', 'clusters'>['rows'][number]

/** A cluster is as pressing as the most pressing event in it. */
export function toneOf({ count, red, yellow, newest }: Pick<Cluster, 'count' | 'red' | 'yellow' | 'newest'>): Tone {
  if (red > 0) return 'red'
  if (yellow > 0) return 'yellow'
  return count === 1 && newest[0]?.light === null ? 'plain' : 'green'
}

/** What is said of it to those who do not see the colour. */
export function wordsOf({ count, red, yellow, newest }: Cluster): string {
  const [first] = newest
  if (count === 1 && first) return `${first.title}，${eventStatus[first.status]}${first.light ? `，${lightWords[first.light]}` : ''}`
  return [`${count} 件事件`, ...(red > 0 ? [`${red} 件${lightWords.red}`] : []), ...(yellow > 0 ? [`${yellow} 件${lightWords.yellow}`] : [])].join('，')
}

/** Nearer than this nothing comes apart any more: what lies at one place is then listed. */
const nearest = 18

/** One opens, a few at hand are listed, many are looked at from nearer. */
export const pressed = ({ count, newest }: Pick<Cluster, 'count' | 'newest'>, zoom: number): 'open' | 'list' | 'nearer' =>
  count === 1 ? 'open' : zoom >= nearest || (count <= 3 && newest.length === count) ? 'list' : 'nearer'

/** Rounded outwards to a thousandth, so that a small move asks nothing new; within China, as the server wants it. */
export function boxAsked([[west, south], [east, north]]: Box): { west: number, south: number, east: number, north: number } {
  const down = (degrees: number, least: number) => Math.max(least, Math.floor(degrees * 1000) / 1000)
  const up = (degrees: number, most: number) => Math.min(most, Math.ceil(degrees * 1000) / 1000)
  return { west: down(west, 73), south: down(south, 3), east: up(east, 136), north: up(north, 54) }
}
