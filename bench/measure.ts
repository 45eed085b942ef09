/** One measured thing in milliseconds and what it is measured against, in the same run; `target` is the most that each may be. */
export interface Result { what: string, ours: number, p99?: number, baseline: number, target?: Target, note?: string }
export type Target = Partial<Record<'ours' | 'p99' | 'ratio', number>>

export type Bench = () => Promise<Result[]>

export interface Taken { median: number, p99: number }

/** Milliseconds of one call of each, after a warm-up of a tenth; the works take turns, so that what slows the machine slows them alike. */
export async function timeInTurn(times: number, works: readonly ((at: number) => Promise<unknown>)[]): Promise<Taken[]> {
  const [warm, all]: [number, number[][]] = [Math.ceil(times / 10), works.map(() => [])]
  for (let at = 0; at < times + warm; at += 1) {
    for (const [no, work] of works.entries()) {
      const began = performance.now()
      await work(at)
      if (at >= warm) all[no]!.push(performance.now() - began)
    }
  }
  return all.map((taken) => taken.toSorted((a, b) => a - b)).map((taken) => ({ median: taken[Math.floor(taken.length / 2)]!, p99: taken[Math.ceil(taken.length * 0.99) - 1]! }))
}

export const time = async (times: number, work: (at: number) => Promise<unknown>): Promise<Taken> => (await timeInTurn(times, [work]))[0]!

export const median = async (times: number, work: (at: number) => Promise<unknown>): Promise<number> => (await time(times, work)).median

/** Whether a result keeps its target; undefined where it has none. */
export function isKept({ ours, p99 = ours, baseline, target }: Result): boolean | undefined {
  const reached = { ours, p99, ratio: ours / baseline }
  return target && Object.entries(target).every(([name, most]) => reached[name as keyof Target] <= most)
}
