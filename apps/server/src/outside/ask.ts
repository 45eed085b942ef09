import { OutsideFailure } from './failure.ts'

/** Longer than any gateway needs, shorter than people wait. */
const patience = 10_000

/** Asks a service for JSON, whatever its status. @throws OutsideFailure where nothing answers in time, or no JSON; `service` names it in the log. */
export async function askJson<T>(service: string, address: URL, init: RequestInit = {}): Promise<T> {
  try {
    const answer = await fetch(address, { ...init, redirect: 'error', signal: AbortSignal.timeout(patience) })
    return await answer.json() as T
  } catch (error) {
    // The cause may hold the address with everything in it, so only its name goes on.
    throw new OutsideFailure(`${service}: ${error instanceof Error ? error.name : 'failed'}`)
  }
}
