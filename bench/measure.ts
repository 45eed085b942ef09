/** One measured thing and what it is measured against, in the same run. */
export interface Result { what: string, unit: string, ours: number, baseline: number, note?: string }
export type Bench = () => Promise<Result[]>

/** Median milliseconds of one call, after a warm-up. */
export async function median(times: number, work: (at: number) => Promise<unknown>): Promise<number> {
  const taken: number[] = []
  for (let at = 0; at < times + 20; at += 1) {
    const began = performance.now()
    await work(at)
    if (at >= 20) taken.push(performance.now() - began)
  }
  return taken.toSorted((a, b) => a - b)[Math.floor(taken.length / 2)]!
}
