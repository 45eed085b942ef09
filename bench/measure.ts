import { readFileSync } from 'node:fs'

/** One measured thing in milliseconds and what it is measured against, in the same run; `target` is the most that each may be. */
export interface Result { what: string, ours: number, p99?: number, baseline: number, target?: Target, note?: string }
export type Target = Partial<Record<'ours' | 'p99' | 'ratio', number>>

export type Bench = () => Promise<Result[]>

/** Of the calls during which the host took no processor from this machine; `p99OfAll` of these and of the `stolen` others. */
export interface Taken { median: number, p99: number, p99OfAll: number, stolen: number }

/** Hundredths of a second that the host of this virtual machine gave to others while something here was ready to run (proc(5), steal); always 0 where there is no /proc. */
function stolenTicks(): number {
  try {
    return Number(readFileSync('/proc/stat', 'utf8').split(/\s+/, 9)[8])
  } catch {
    return 0
  }
}

/** Milliseconds of one call of each, after a warm-up of a tenth; the works take turns, so that what slows the machine slows them alike. Up to three times as many, until `times` of each were left alone by the host. */
export async function timeInTurn(times: number, works: readonly ((at: number) => Promise<unknown>)[]): Promise<Taken[]> {
  const [warm, all]: [number, Call[][]] = [Math.ceil(times / 10), works.map(() => [])]
  for (let at = 0; at < times + warm || (at < times * 3 && all.some((calls) => ownOf(calls).length < times)); at += 1) {
    for (const [no, work] of works.entries()) {
      const [ticks, began] = [stolenTicks(), performance.now()]
      await work(at)
      const ms = performance.now() - began
      if (at >= warm) all[no]!.push({ ms, isStolen: stolenTicks() > ticks })
    }
  }
  return all.map(takenOf)
}

interface Call { ms: number, isStolen: boolean }
const ownOf = (calls: readonly Call[]) => calls.filter(({ isStolen }) => !isStolen)

function takenOf(calls: readonly Call[]): Taken {
  const ordered = (some: readonly Call[]) => some.map(({ ms }) => ms).toSorted((a, b) => a - b)
  const at = (some: readonly number[], part: number) => some[Math.ceil(some.length * part) - 1]!
  const [sorted, own] = [ordered(calls), ordered(ownOf(calls))]
  // Where hardly any was left alone, all of them count.
  const judged = own.length * 4 > sorted.length ? own : sorted
  return { median: at(judged, 0.5), p99: at(judged, 0.99), p99OfAll: at(sorted, 0.99), stolen: sorted.length - own.length }
}

export const time = async (times: number, work: (at: number) => Promise<unknown>): Promise<Taken> => (await timeInTurn(times, [work]))[0]!

export const median = async (times: number, work: (at: number) => Promise<unknown>): Promise<number> => (await time(times, work)).median

/** Whether a result keeps its target; undefined where it has none. */
export function isKept({ ours, p99 = ours, baseline, target }: Result): boolean | undefined {
  const reached = { ours, p99, ratio: ours / baseline }
  return target && Object.entries(target).every(([name, most]) => reached[name as keyof Target] <= most)
}
