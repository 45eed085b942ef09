/** What is sent this soon was sent at once: the network's own time is no delay. */
const atOnce = 60_000

/**
 * When something was done that a phone could tell only later, because it had no network. `told` (ISO 8601) is believed where it lies between `since`, when
 * the thing became possible at all, and `now`; a clock that says otherwise is wrong, and then it counts as done now. `heardAt` is `now` where that is later
 * than it was done, else null; `told` what is worth remembering of it.
 */
export function toldMoment({ now, since, told }: { now: Date, since: Date, told: string | undefined }): { at: Date, heardAt: Date | null, told: { takenAt?: string } } {
  const at = new Date(told ?? now)
  const isLater = at >= since && now.getTime() - at.getTime() > atOnce
  return isLater ? { at, heardAt: now, told: { takenAt: at.toISOString() } } : { at: now, heardAt: null, told: {} }
}
