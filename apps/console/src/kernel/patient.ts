import { codeOf } from './call.ts'

/** After a refusal that time heals (too many, the server busy, the line lost) it is sent again after so long. */
const waits = [2_000, 5_000, 10_000, 20_000, 30_000]
const passing = new Set(['request.too-many', 'server.busy'])

export type Rest = (ms: number) => Promise<void>
const pause: Rest = (ms) => new Promise<void>((resolve) => { setTimeout(resolve, ms) })

/** Sends again what was refused only for the moment; `send` bears a key, so that nothing is done twice. @throws what it was refused with at last. */
export async function patiently<Answer>(send: () => Promise<Answer>, rest = pause): Promise<Answer> {
  for (const wait of waits) {
    try {
      return await send()
    } catch (fault) {
      if (!passing.has(codeOf(fault) ?? '')) throw fault
      await rest(wait)
    }
  }
  return send()
}

/** At once so many are under way: others want to be answered, too. */
const sides = 3

/** Does the work for each, a few at a time, until all are done or `isEnough`. */
export async function abreast<Item>(items: readonly Item[], work: (item: Item) => Promise<void>, isEnough: () => boolean = () => false): Promise<void> {
  const queue = [...items]
  const worker = async () => {
    for (let item = queue.shift(); item !== undefined && !isEnough(); item = queue.shift()) await work(item)
  }
  await Promise.all(Array.from({ length: sides }, worker))
}
