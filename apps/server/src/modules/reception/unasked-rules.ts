import type { Said } from './rules.ts'

interface Spoken { no: number, by: string, kind: string, at: Date }

/** Comes without having been asked for: a person's words, and what the machine says by itself. What it answers goes with the message it answers. */
export const isUnasked = ({ by, kind }: Pick<Spoken, 'by' | 'kind'>): boolean => by === 'worker' || (by === 'machine' && (kind === 'say' || kind === 'ended'))

/** What has not been sent yet, as few messages as may be: one for each time another side speaks. */
export function messagesOf(turns: readonly Spoken[], told: number): Pick<Said, 'by' | 'from' | 'to'>[] {
  const messages: Pick<Said, 'by' | 'from' | 'to'>[] = []
  for (const turn of turns.filter((one) => one.no > told && isUnasked(one))) {
    const [last, by] = [messages.at(-1), turn.by === 'worker' ? 'worker' as const : 'machine' as const]
    if (last?.by === by && last.to === turn.no - 1) last.to = turn.no
    else messages.push({ by, from: turn.no - 1, to: turn.no })
  }
  return messages
}

/** An official account may write to somebody until 48 hours after their last message, and no more than five times; each message of theirs gives both anew (客服消息, WeChat's rules since 12 June 2023). */
const [reachableMs, mostUnasked] = [48 * 3_600_000, 5]

/** How many messages may still be sent from the official account, and until when; of turns that were not sent yet (`told`: up to where they were) nothing is counted. */
export function leftToSay(turns: readonly Spoken[], now: Date, told = Number.POSITIVE_INFINITY): { messages: number, until: Date | null } {
  const last = turns.findLast(({ by }) => by === 'resident')
  if (!last || now.getTime() - last.at.getTime() >= reachableMs) return { messages: 0, until: null }
  const said = turns.filter((turn) => turn.no > last.no && turn.no <= told && isUnasked(turn)).length
  return { messages: Math.max(0, mostUnasked - said), until: new Date(last.at.getTime() + reachableMs) }
}
