import { setTimeout as wait } from 'node:timers/promises'

/**
 * Asks again until it holds, for what a job brings about; after six hundred turns, half a minute, says what did not. A job that had to give way to another is tried again after some seconds, and so is
 * what follows from it. Turns are counted and not the clock asked, which jumps on a machine that was held.
 */
export async function eventually(holds: () => Promise<void>): Promise<void> {
  for (let turn = 0; turn < 600; turn += 1) {
    if (await holds().then(() => true, () => false)) return
    await wait(50)
  }
  await holds()
}
