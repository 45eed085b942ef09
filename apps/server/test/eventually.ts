import { setTimeout as wait } from 'node:timers/promises'

/** Asks again until it holds, for what a job brings about; after thirty seconds (a job that failed is tried again after some) says what did not. */
export async function eventually(holds: () => Promise<void>): Promise<void> {
  for (const end = Date.now() + 30_000; Date.now() < end; await wait(50)) if (await holds().then(() => true, () => false)) return
  await holds()
}
