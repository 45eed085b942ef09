import { setTimeout as wait } from 'node:timers/promises'

/** Asks again until it holds, for what a job brings about; after ten seconds says what did not. */
export async function eventually(holds: () => Promise<void>): Promise<void> {
  for (const end = Date.now() + 10_000; Date.now() < end; await wait(50)) if (await holds().then(() => true, () => false)) return
  await holds()
}
