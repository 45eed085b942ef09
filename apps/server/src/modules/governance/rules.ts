import type { GovernanceStatus, GovernanceStep, Permission } from '@linli/contract'

/** Who is asking; `may` is about the area the item lies in. */
export interface Who { side: 'staff' | 'unit' | 'resident' | 'gate', unit: string | null, may: (permission: Permission) => boolean }
/** `isOver`: the days of watching are. */
export interface What { status: GovernanceStatus, unit: string | null, unitKind: string | null, isOver: boolean, isBack: boolean }

type Condition = (who: Who, what: What) => boolean
interface Move { from: readonly GovernanceStatus[], to: GovernanceStatus | 'same', by: Condition }

/** The office plans, accepts and closes. */
const founder: Condition = (who) => who.may('governance.found')
/** The responsible unit carries out; for a community's unit its own people. */
const worker: Condition = (who, what) => who.may('governance.handle') && (who.side === 'unit' ? what.unit === who.unit : what.unitKind === 'community')
/** An office of the sub-district may be responsible itself. */
const either: Condition = (who, what) => founder(who, what) || worker(who, what)
const also = (one: Condition, more: (what: What) => boolean): Condition => (who, what) => one(who, what) && more(what)

/** Where new events of the matter and place still join. */
export const open: readonly GovernanceStatus[] = ['founded', 'planned', 'underWay', 'done', 'watched']

/** The whole life of an item. The README's diagram is tested against it. */
export const moves: Record<GovernanceStep, Move> = {
  found: { from: [], to: 'founded', by: founder },
  plan: { from: ['founded'], to: 'planned', by: founder },
  begin: { from: ['planned'], to: 'underWay', by: either },
  progress: { from: ['underWay'], to: 'same', by: either },
  finish: { from: ['underWay'], to: 'done', by: either },
  watch: { from: ['done'], to: 'watched', by: founder },
  close: { from: ['watched'], to: 'closed', by: also(founder, ({ isOver }) => isOver) },
  redo: { from: ['done', 'watched'], to: 'underWay', by: founder },
  reopen: { from: ['closed'], to: 'underWay', by: also(founder, ({ isBack }) => isBack) },
  replan: { from: ['planned', 'underWay'], to: 'same', by: founder },
  addEvents: { from: open, to: 'same', by: founder },
  removeEvent: { from: open, to: 'same', by: founder },
  cancel: { from: ['founded', 'planned', 'underWay'], to: 'cancelled', by: founder },
}

/** Where the step leads, or undefined where this person may not take it now. */
export function after(step: GovernanceStep, who: Who, what: What): GovernanceStatus | undefined {
  const { from, to, by } = moves[step]
  if (!from.includes(what.status) || !by(who, what)) return undefined
  return to === 'same' ? what.status : to
}

export const stepsFor = (who: Who, what: What): GovernanceStep[] => (Object.keys(moves) as GovernanceStep[]).filter((step) => after(step, who, what) !== undefined)

/** States that wait for the office, and those that wait for the responsible unit; a watched item waits when its days are over or it is back. */
export const waitsForOffice: readonly GovernanceStatus[] = ['founded', 'done']
export const waitsForUnit: readonly GovernanceStatus[] = ['planned', 'underWay']
