import type { LinkDelivery, LinkKind, LinkState } from '@linli/contract'

/** A link and the event it belongs to, as far as they decide whether it is still good. */
export interface What { kind: LinkKind, stageNo: number, until: Date, usedAt: Date | null, withdrawnAt: Date | null, event: { status: string, stageNo: number } }

/** States in which the reporter is waited for. */
const asking = ['needInfo', 'needDetail']
/** States in which what was forwarded is still wanted: the unit has it in hand. */
const inHand = ['handling', 'needDetail', 'suspended']

/** Does the event still wait for it? The reporter's answer belongs to the stay in which it was asked. */
export const isWanted = ({ kind, stageNo, event }: Pick<What, 'kind' | 'stageNo' | 'event'>): boolean =>
  (kind === 'ask' ? asking.includes(event.status) && event.stageNo === stageNo : inHand.includes(event.status))

export function stateOf(link: What, now: Date): Exclude<LinkState, 'unknown'> {
  if (link.usedAt !== null) return 'used'
  if (link.withdrawnAt !== null || !isWanted(link)) return 'withdrawn'
  return now > link.until ? 'expired' : 'open'
}

/** What whoever opens it is told. */
export const told: Record<Exclude<LinkState, 'open'>, string> = {
  used: '这个链接已经用过了，您的回复已经收到。如需补充，请与社区或街道联系。',
  expired: '这个链接已经过期。如仍需回复，请与社区或街道联系。',
  withdrawn: '这件事已不需要通过这个链接回复。',
  unknown: '没有这个链接，请检查地址是否完整。',
}

export const isOverdue = (link: What & { dueAt: Date }, now: Date): boolean => link.kind === 'forward' && link.dueAt < now && stateOf(link, now) !== 'used' && stateOf(link, now) !== 'withdrawn'

const dayMs = 24 * 3600 * 1000
/** A result that comes late is still one: for a month. */
export const untilOf = (dueAt: Date): Date => new Date(dueAt.getTime() + 30 * dayMs)
/** Outside units are asked for something within a quarter of a year. */
export const isSensibleDue = (dueAt: Date, now: Date): boolean => dueAt > now && dueAt.getTime() - now.getTime() <= 92 * dayMs

export const deliveryOf = ({ isWished, isMobile }: { isWished: boolean, isMobile: boolean }): LinkDelivery => (!isWished ? 'notAsked' : isMobile ? 'waiting' : 'noMobile')

/** 22 of 62 signs are 130 bits, and none of them ends an address in a text message. */
export const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'
export const tokenLength = 22

/** So many photos may lie with a link before it is answered. */
export const mostUploads = 20

/** As the timeline names whoever answered. */
export const holderName = (kind: LinkKind, { unit, person }: { unit: string, person: string }): string => (kind === 'ask' ? '链接答复' : `${unit} ${person}`.trim())
