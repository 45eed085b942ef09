import type { Output } from '@linli/contract'
import { presenceAge } from '@linli/contract/words/index'
import { distanceInMetres } from '@linli/standards/coordinates'
import { sorted } from '../../parts/sorted.ts'

type Told = Output<'presence', 'list'>
export type Worker = Told['workers'][number]
export type Seat = Told['units'][number]
interface LngLat { lng: number, lat: number }

const minutesAgo = (at: string, now: number) => (now - new Date(at).getTime()) / 60_000

/** Older than a quarter of an hour: still told, and told to be old. */
export const isPale = ({ at }: Pick<Worker, 'at'>, now: number): boolean => minutesAgo(at, now) > presenceAge.pale
/** Older than an hour: nobody knows. */
export const isGone = ({ at }: Pick<Worker, 'at'>, now: number): boolean => minutesAgo(at, now) > presenceAge.gone

const tuple = ({ lng, lat }: LngLat): [number, number] => [lng, lat]

/** Who of a unit is nearest to a place, the nearest first; who has not told for a quarter of an hour may be anywhere. */
export function nearestOf(workers: readonly Worker[], { unit, point, now }: { unit: string, point: LngLat, now: number }, most = 2): { worker: Worker, metres: number }[] {
  const found = workers.filter((one) => one.unit?.id === unit && !isPale(one, now)).map((worker) => ({ worker, metres: distanceInMetres(tuple(worker.point), tuple(point)) }))
  return sorted(found, (one, other) => one.metres - other.metres).slice(0, most)
}

/** To ten metres below a kilometre: no phone knows better. */
export const metresWords = (metres: number): string => (metres < 995 ? `${Math.max(10, Math.round(metres / 10) * 10)} 米` : `${(metres / 1000).toFixed(1)} 公里`)
