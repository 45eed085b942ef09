import type { stepHindrance } from '@linli/contract'
import { dayOf } from '@linli/standards'

export type Hindrance = keyof typeof stepHindrance

/** Degrees of longitude and latitude of one cell of the map. */
export interface Cell { lng: number, lat: number }

interface Box { west: number, south: number, east: number, north: number }

/** Points nearer than this many pixels are shown as one: two marks of 40 would touch. */
const cellPixels = 56
/** MapLibre draws the world at zoom 0 as 512 pixels. */
const worldPixels = 512
/** A box has at most 25 × 17 cells and some at its edges, whatever it is asked for. */
const mostAcross = 24
const mostDown = 16

/** How large the cells of a box are: by the zoom, so that moving the map does not move the clusters, but never so small that their number grows with the box. */
export function cellOf({ west, south, east, north }: Box, zoom: number): Cell {
  const byZoom = 360 / 2 ** zoom * cellPixels / worldPixels
  // In the Mercator map a degree of latitude is longer by the cosine.
  const flat = Math.cos((south + north) / 2 * Math.PI / 180)
  return { lng: Math.max(byZoom, (east - west) / mostAcross), lat: Math.max(byZoom * flat, (north - south) / mostDown) }
}

interface Chances { isHere: boolean, may: boolean, wouldWithAnyPost: boolean }

/** Why a step cannot be taken, the plainest reason first; null where it can. */
export function hindranceOf({ isHere, may, wouldWithAnyPost }: Chances): Hindrance | null {
  if (!isHere) return 'state'
  if (may) return null
  return wouldWithAnyPost ? 'post' : 'other'
}

/** What waits is shown in these groups, the most pressing first; each event stands in the first it belongs to. */
export const todayGroups = [
  { key: 'overdue', title: '已超时' },
  { key: 'dueSoon', title: '即将超时' },
  { key: 'new', title: '今日新到' },
  { key: 'waiting', title: '其他待办' },
] as const
export type TodayKey = (typeof todayGroups)[number]['key']

/** Midnight in Asia/Shanghai of the day an instant lies in. */
export const dayStart = (now: Date): Date => new Date(`${dayOf(now)}T00:00:00+08:00`)
