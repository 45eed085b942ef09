import type { Features } from './features.ts'
import { weightsOf } from './weights.ts'

/** Of what a question is of and of what a wording is of, the shares that both speak of, added: 0 to 2. */
export interface SameSubject { of(asked: Features): (entry: number, wording: number) => number }

type Text = Omit<Features, 'subject'>

/** What only sounds the same counts less. */
const heard = 0.7
/** A subject of one character is not met by it. */
const least = 3

/** Characters and pairs by number, and beside each how it sounds; numbers save what thousands of wordings would hold in text. */
interface Subject { grams: Int32Array, sounds: Int32Array }
interface Says { grams: { has(gram: number): boolean }, sounds: { has(sound: number): boolean } }

/** @param entries all that an entry says, by its number; @param wordings its questions, by theirs */
export function sameSubject(entries: readonly Text[], wordings: readonly Features[]): SameSubject {
  const numbers = numbersOf([...entries, ...wordings])
  const worth = worthIn(entries, numbers)
  const said = entries.map(({ grams, sounds }) => ({ grams: sorted([...grams.keys()], numbers), sounds: sorted([...sounds.keys()], numbers) }))
  const subjects = wordings.map((one) => subjectOf(one, numbers))
  return { of: (asked) => compared(asked, numbers, worth, { said, subjects }) }
}

type Worth = (number: number, gram?: string) => number

/** Both shares of one question; what it speaks of that no entry knows counts as well. */
function compared({ subject, grams, sounds }: Features, numbers: ReadonlyMap<string, number>, worth: Worth, { said, subjects }: { said: readonly Says[], subjects: readonly Subject[] }) {
  const asked = { grams: Int32Array.from(subject, ({ gram }) => numbers.get(gram) ?? -1), sounds: Int32Array.from(subject, ({ sound }) => numbers.get(sound) ?? -1) }
  const worths = Float64Array.from(subject, ({ gram }, at) => worth(asked.grams[at]!, gram))
  const says = { grams: known([...grams.keys()], numbers), sounds: known([...sounds.keys()], numbers) }
  return (entry: number, wording: number) => met(asked, said[entry]!, (at) => worths[at]!) + met(subjects[wording]!, says, (at) => worth(subjects[wording]!.grams[at]!))
}

/** The share of a subject that is spoken of. */
function met({ grams, sounds }: Subject, says: Says, worth: (at: number) => number): number {
  let [sum, whole] = [0, least]
  for (let at = 0; at < grams.length; at += 1) {
    const one = worth(at)
    whole += one
    if (says.grams.has(grams[at]!)) sum += one
    else if (says.sounds.has(sounds[at]!)) sum += heard * one
  }
  return sum / whole
}

function numbersOf(all: readonly Text[]): Map<string, number> {
  const numbers = new Map<string, number>()
  for (const { grams, sounds } of all) for (const one of [...grams.keys(), ...sounds.keys()]) if (!numbers.has(one)) numbers.set(one, numbers.size)
  return numbers
}

function worthIn(entries: readonly Text[], numbers: ReadonlyMap<string, number>): Worth {
  const { anywhere } = weightsOf(entries.map(({ grams }) => new Set(grams.keys())))
  const all = Float64Array.from(numbers.keys(), anywhere)
  return (number, gram = '') => all[number] ?? anywhere(gram)
}

const subjectOf = ({ subject }: Features, numbers: ReadonlyMap<string, number>): Subject => ({ grams: Int32Array.from(subject, ({ gram }) => numbers.get(gram) ?? -1), sounds: Int32Array.from(subject, ({ sound }) => numbers.get(sound) ?? -1) })
const known = (features: readonly string[], numbers: ReadonlyMap<string, number>) => new Set(features.flatMap((one) => numbers.get(one) ?? []))

/** Numbers in order, looked up by halves. */
function sorted(features: readonly string[], numbers: ReadonlyMap<string, number>): { has(number: number): boolean } {
  const all = Int32Array.from(known(features, numbers)).toSorted()
  return {
    has(number) {
      let [from, to] = [0, all.length]
      while (from < to) {
        const middle = (from + to) >> 1
        if (all[middle]! < number) from = middle + 1
        else to = middle
      }
      return all[from] === number
    },
  }
}
