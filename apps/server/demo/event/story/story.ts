import type { CommunityKind } from '../../town/profile.ts'

/** Where such a thing is found: in a building, in the yard before it, or by the road. */
export type Site = 'building' | 'yard' | 'road'
/** How somebody came to know of it: saw it on the round, heard of it on a visit, or was asked. */
export type Manner = 'seen' | 'heard' | 'asked'

/** What is told of one matter in the demo: how often, where, by whom, and in which words. */
export interface Story {
  code: string
  /** Share of all events in hundredths; the shares of all stories are set against each other. */
  weight: number
  site: Site
  manner: Manner
  /** How likely each source is to bring it, against the others: grid, resident, steward, hotline, upstream. */
  from: Readonly<Record<string, number>>
  /** Kinds of community where it is more or less common than elsewhere. */
  where: Readonly<Partial<Record<CommunityKind, number>>>
  /** Each text has its own heading. */
  texts: readonly string[]
  titles: readonly string[]
  /** What the unit notes when it is done, for the office alone. Where there is one for each text, it belongs to that text; so with the replies. */
  notes: readonly string[]
  /** What the reporter reads. */
  replies: readonly string[]
}

interface Words { t: string, d: string, n: string, r: string }

const letters: Record<string, string> = { g: 'grid', r: 'resident', s: 'steward', h: 'hotline', u: 'upstream' }

/** A story in its short writing: `g6 r2` are weights of sources, `old2` of kinds; alternatives are parted by `|`. */
export function story(code: string, weight: number, [site, manner, from, where = '']: [Site, Manner, string, string?], { t, d, n, r }: Words): Story {
  const weights = (text: string) => Object.fromEntries(text.split(' ').filter(Boolean).map((part) => [/^[a-z]+/.exec(part)![0], Number(/[\d.]+$/.exec(part)![0])]))
  return {
    code, weight, site, manner, where: weights(where), titles: t.split('|'), texts: d.split('|'), notes: n.split('|'), replies: r.split('|'),
    from: Object.fromEntries(Object.entries(weights(from)).map(([letter, value]) => [letters[letter]!, value])),
  }
}

/** What belongs to a text, or any of them where they speak for all. */
export const fitting = (list: readonly string[], { texts }: Story, which: number, any: (list: readonly string[]) => string): string =>
  (list.length === texts.length ? list[which]! : any(list))
