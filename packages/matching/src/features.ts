import { pinyin } from 'pinyin-pro'
import { asking } from './asking.data.ts'
import { cleaned, partsOf } from './clean.ts'
import type { Terms } from './terms.ts'

/** A character or a pair, and how it sounds. */
export interface Heard { gram: string, sound: string }

/** What a text is compared by, each with how often it is there: characters and pairs; how they sound; what they are called by others. And which of them say what it is of, without the words of asking. */
export interface Features { grams: Map<string, number>, sounds: Map<string, number>, terms: Map<string, number>, subject: Heard[] }

export function featuresOf(text: string, terms: Terms): Features {
  const clean = cleaned(text)
  const parts = partsOf(clean)
  return {
    grams: counted(parts.flatMap((part) => withPairs(part, ''))), sounds: counted(parts.flatMap((part) => withPairs(part.map(soundOf), '/'))), terms: counted(terms.in(clean)),
    subject: subjectOf(clean),
  }
}

/** All that several texts of one answer say. */
export const together = (all: readonly Features[]): Omit<Features, 'subject'> => ({ grams: summed(all.map(({ grams }) => grams)), sounds: summed(all.map(({ sounds }) => sounds)), terms: summed(all.map(({ terms }) => terms)) })

function subjectOf(clean: string): Heard[] {
  const found = new Map<string, Heard>()
  for (const part of partsOf(clean.replace(asking, ' '))) {
    const [grams, sounds] = [withPairs(part, ''), withPairs(part.map(soundOf), '/')]
    grams.forEach((gram, at) => found.set(gram, { gram, sound: sounds[at]! }))
  }
  return [...found.values()]
}

const withPairs = (part: readonly string[], between: string): string[] => part.flatMap((one, at) => (at === 0 ? [one] : [one, `${part[at - 1]}${between}${one}`]))

function counted(all: readonly string[]): Map<string, number> {
  const times = new Map<string, number>()
  for (const one of all) times.set(one, (times.get(one) ?? 0) + 1)
  return times
}

function summed(all: readonly ReadonlyMap<string, number>[]): Map<string, number> {
  const times = new Map<string, number>()
  for (const some of all) for (const [one, n] of some) times.set(one, (times.get(one) ?? 0) + n)
  return times
}

const known = new Map<string, string>()

/** Without tones, and one for those that voice recognition and southern speakers mix up: z/zh, c/ch, s/sh, l/n/r, f/hu, an/ang, en/eng, in/ing. */
function soundOf(character: string): string {
  const before = known.get(character)
  if (before !== undefined) return before
  const sound = pinyin(character, { toneType: 'none' }).replace(/^([zcs])h/, '$1').replace(/^[nr](?=.)/, 'l').replace(/^hu(?=.)/, 'f').replace(/ng$/, 'n')
  known.set(character, sound)
  return sound
}
