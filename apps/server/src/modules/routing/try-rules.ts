/** A unit as people read it. */
export interface Party { id: string, name: string }

/** One event that was sent, and what the rules now say of it. `no` 0: no rule spoke. `isMissent`: another unit got it later; `last` is who has it now. */
export interface Tried { no: number, from: Party, to: Party | null, last: Party | null, isMissent: boolean }

export interface Tally { matched: number, moved: number, mended: number, spoiled: number }

/** Would it go to another unit than it was first sent to? Where nobody is suggested, the dispatcher decides as before. */
export const isMoved = ({ from, to }: Pick<Tried, 'from' | 'to'>): boolean => to !== null && to.id !== from.id

/** Sent about before, and sent at once to whom it came to in the end. */
const isMended = (one: Tried) => isMoved(one) && one.isMissent && one.to!.id === one.last?.id
/** Sent right before, and to another unit by the rules. */
const isSpoiled = (one: Tried) => isMoved(one) && !one.isMissent

export const nothing = (): Tally => ({ matched: 0, moved: 0, mended: 0, spoiled: 0 })

export function add(tally: Tally, one: Tried): void {
  tally.matched += 1
  tally.moved += Number(isMoved(one))
  tally.mended += Number(isMended(one))
  tally.spoiled += Number(isSpoiled(one))
}

export interface Flow { no: number, from: Party, to: Party | null, count: number }

/** How many would go from which unit to which, for each rule; the most first. */
export class Flows {
  private readonly counted = new Map<string, Flow>()
  add({ no, from, to }: Tried): void {
    const key = `${no} ${from.id} ${to?.id}`
    const flow = this.counted.get(key) ?? { no, from, to, count: 0 }
    flow.count += 1
    this.counted.set(key, flow)
  }

  most(many: number): Flow[] {
    return [...this.counted.values()].toSorted((a, b) => b.count - a.count || a.no - b.no || (a.from.name < b.from.name ? -1 : 1)).slice(0, many)
  }
}
