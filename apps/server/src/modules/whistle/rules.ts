import type { CallStatus, Permission, WhistleStatus, WhistleStep } from '@linli/contract'

/** Who is asking; `may` is about the area the whistle lies in. */
export interface Who { side: 'staff' | 'unit' | 'resident' | 'gate', unit: string | null, may: (permission: Permission) => boolean }
/** A unit's part. */
export interface Call { unit: string, kind: string, isLead: boolean, status: CallStatus, hasRated: boolean }
export interface What { status: WhistleStatus, calls: readonly Call[] }

type Condition = (who: Who, what: What) => boolean
interface Move {
  from: readonly WhistleStatus[]
  to: WhistleStatus | 'same'
  by: Condition
  /** What it does to the part of a unit: that of who asks where it is a unit's step. */
  call?: { from: readonly CallStatus[], to: CallStatus | 'same', isOwn: boolean, if?: (call: Call, what: What) => boolean }
}

const blower: Condition = (who) => who.may('whistle.blow')
const answerer: Condition = (who) => who.may('whistle.answer')
const nobodyCame: Condition = (_, what) => !what.calls.some(({ status }) => status === 'arrived' || status === 'fedBack')
const away: readonly CallStatus[] = ['called', 'answered']

/** The whole life of a whistle and of each unit's part in it. The README's diagrams are tested against it. */
export const moves: Record<WhistleStep, Move> = {
  blow: { from: [], to: 'blown', by: blower },
  answer: { from: ['blown'], to: 'same', by: answerer, call: { from: ['called'], to: 'answered', isOwn: true } },
  reportIn: { from: ['blown'], to: 'same', by: answerer, call: { from: away, to: 'arrived', isOwn: true } },
  feedback: { from: ['blown'], to: 'same', by: answerer, call: { from: ['arrived'], to: 'fedBack', isOwn: true } },
  rateOffice: { from: ['blown', 'ended', 'rated'], to: 'same', by: answerer, call: { from: ['arrived', 'fedBack', 'absent'], to: 'same', isOwn: true, if: (call, { status }) => !call.hasRated && (call.status === 'fedBack' || status !== 'blown') } },
  callMore: { from: ['blown'], to: 'same', by: blower },
  end: { from: ['blown'], to: 'ended', by: blower, call: { from: away, to: 'absent', isOwn: false } },
  rateUnits: { from: ['ended'], to: 'rated', by: blower },
  release: { from: ['blown'], to: 'same', by: (who, what) => blower(who, what) && what.calls.some((call) => mayRelease(call)), call: { from: away, to: 'released', isOwn: false } },
  withdraw: { from: ['blown'], to: 'withdrawn', by: (who, what) => blower(who, what) && nobodyCame(who, what) },
}

/** Who leads must stay; who came has come. */
export const mayRelease = (call: Call): boolean => !call.isLead && away.includes(call.status)

/** Where the step leads, or undefined where this person may not take it now. */
export function after(step: WhistleStep, who: Who, what: What): WhistleStatus | undefined {
  const { from, to, by, call } = moves[step]
  if (!from.includes(what.status) || !by(who, what)) return undefined
  if (call?.isOwn && !ownCall(step, who, what)) return undefined
  return to === 'same' ? what.status : to
}

export const stepsFor = (who: Who, what: What): WhistleStep[] => (Object.keys(moves) as WhistleStep[]).filter((step) => after(step, who, what) !== undefined)

/** The part that a unit's step is about: the unit's own; for people of a community that of a community. */
export function ownCall(step: WhistleStep, who: Who, what: What): Call | undefined {
  const { call: part } = moves[step]
  return what.calls.find((call) => isOf(who, call) && part?.from.includes(call.status) && (part.if?.(call, what) ?? true))
}

/** Whose part this person takes the steps of, in whatever state. */
export const myCall = (who: Who, what: What): Call | undefined => (who.may('whistle.answer') ? what.calls.find((call) => call.status !== 'released' && isOf(who, call)) : undefined)

const isOf = (who: Who, call: Call) => (who.side === 'unit' ? call.unit === who.unit : call.kind === 'community')

/** What becomes of the parts of those who never came, when it ends. */
export const atEnd = ({ status }: Pick<Call, 'status'>): CallStatus => (away.includes(status) ? 'absent' : status)

/** Units that have to be rated: all that were called and not let go. */
export const toRate = ({ calls }: What): string[] => calls.filter(({ status }) => status !== 'released').map(({ unit }) => unit)
