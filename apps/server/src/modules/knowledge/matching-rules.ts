/** From which sureness a question is answered, and from which something is offered. */
export interface Thresholds { answer: number, offer: number }
/** What a place said of how its questions are matched; without thresholds those of the next place hold. */
export interface Said { terms: readonly string[], thresholds: Thresholds | null }
export interface Tuning { terms: string[], thresholds: Thresholds }

/** A community's own words come with its sub-district's; its thresholds stand before theirs. */
export const tuningOf = (own: Said | undefined, above: Said | undefined, shipped: Thresholds): Tuning =>
  ({ terms: [...own?.terms ?? [], ...above?.terms ?? []], thresholds: own?.thresholds ?? above?.thresholds ?? shipped })

/** Names of one thing, each once, by single spaces; undefined where it is not two at least. */
export function lineOf(text: string): string | undefined {
  const names = [...new Set(text.normalize('NFKC').split(/[\s,，、;；/|]+/).filter((name) => name !== ''))]
  return names.length < 2 ? undefined : names.join(' ')
}
