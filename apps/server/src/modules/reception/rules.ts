import type { MissingPiece, TalkState } from '@linli/contract'

/** What the next turn builds on. `entry`: the answer given last; `last`: what was asked last and how often in a row. */
export interface Context {
  entry?: string
  question?: string
  offered?: { entry: string, question: string }[]
  pending?: { need: MissingPiece, question: string }
  last?: { text: string, times: number, at: string }
  /** The last message from outside the app, and after which turn it came: it may be sent again. */
  heard?: { mark: string, from: number }
  /** Up to which turn a person's words were sent outside the app. */
  told?: number
  /** What is sent as a text message, up to which piece of how many; and what the gateway took last. */
  said?: Said & { of: number }
  texted?: Said
}

/** Turns of one side after one number and up to another, as a text message; long ones in pieces. */
export interface Said { by: 'machine' | 'worker', from: number, to: number, piece: number }

/** The third time the same is asked within this many minutes it is not looked up again; many more times are refused. */
const floodMinutes = 10
const answeredTimes = 2
const refusedTimes = 6

/** Letters and digits alone, so that punctuation does not make it another question. */
export const plain = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')

/** The same question asked again by the same person in the same talk. */
export function counted({ last }: Context, text: string, now: Date): NonNullable<Context['last']> {
  const said = plain(text)
  const isSame = last !== undefined && last.text === said && now.getTime() - Date.parse(last.at) < floodMinutes * 60_000
  return { text: said, times: isSame ? last.times + 1 : 1, at: now.toISOString() }
}

export const isRepeat = ({ times }: NonNullable<Context['last']>): boolean => times > answeredTimes
export const isFlood = ({ times }: NonNullable<Context['last']>): boolean => times > refusedTimes

/** Two questions in a row that were not answered call a person. */
export const mostMisses = 2

/** What becomes of what the knowledge said: an answer, questions to tap, a person. */
export function outcomeOf(band: 'answer' | 'offer' | 'hand-over', { misses, hits }: { misses: number, hits: number }): 'answer' | 'offer' | 'unsure' | 'misses' {
  if (band === 'answer' && hits > 0) return 'answer'
  if (band === 'hand-over' || hits === 0) return 'unsure'
  return misses + 1 >= mostMisses ? 'misses' : 'offer'
}

/** Beside people the machine keeps still, but for what it knows for sure while nobody has come yet. */
export const mayAnswer = (state: TalkState): boolean => state === 'open' || state === 'waiting'

/** A talk is over for the machine after this many minutes of silence; a person ends theirs themself. */
export const idleMinutes = 30
/** How long after its end a talk may be rated. */
export const rateDays = 7

export function mayRate({ state, ended_at: endedAt, rating, turns }: { state: string, ended_at: Date | null, rating: number | null, turns: number }, now: Date): boolean {
  return rating === null && turns > 1 && (state !== 'ended' || (endedAt !== null && now.getTime() - endedAt.getTime() < rateDays * 86_400_000))
}

/** The first words of a talk, for a list. */
export const titleOf = (text: string): string => (text.length > 30 ? `${text.slice(0, 29)}…` : text)
