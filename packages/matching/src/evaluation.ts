import type { Entry } from './entry.ts'
import type { Match } from './band.ts'

/** A question with the answer it means; null where there is none and a person should be asked. `also`: others that are right as well. */
export interface Query { text: string, faq_id: string | null, also?: readonly string[] }

interface Judged { match: Match, place: number, isAnswerable: boolean, ms: number }

/** Shares in percent, times in ms. cov90, cov95: of the answerable ones, how many are answered right at the threshold that gives 90 or 95 % precision, where an answer to what has none is wrong. Null: there is nothing of which it could be said. */
export interface Evaluated {
  n: number, oos: number, top1: number, top3: number, top5: number, auroc: number | null, cov90: number, cov95: number
  shipped: { answered: number, precision: number | null, oosAnswered: number }, p50: number, p99: number, buildMs: number
}

export interface Evaluation { result: Evaluated, perQuery: { text: string, faq_id: string | null, band: string, confidence: number, best: { id: string, score: number }[] }[] }

/** So many questions are asked before the clock runs, as of a server that has been running. */
const warm = 200

/** @param now milliseconds; only what `build` and each question take is measured by it */
export function evaluate(entries: readonly Entry[], queries: readonly Query[], { build, now }: { build: (entries: readonly Entry[]) => { match(text: string, most?: number): Match }, now: () => number }): Evaluation {
  const began = now()
  const matcher = build(entries)
  const buildMs = now() - began
  for (const { text } of queries.slice(0, warm)) matcher.match(text)
  const judged = queries.map((query) => judge(query, matcher, now))
  return {
    result: { ...resultOf(judged), buildMs },
    perQuery: queries.map(({ text, faq_id }, at) => ({ text, faq_id, band: judged[at]!.match.band, confidence: judged[at]!.match.confidence, best: judged[at]!.match.ranked.slice(0, 3) })),
  }
}

function judge({ text, faq_id: id, also = [] }: Query, matcher: { match(text: string, most?: number): Match }, now: () => number): Judged {
  const began = now()
  const match = matcher.match(text, 5)
  const ms = now() - began
  const place = match.ranked.findIndex((one) => one.id === id || also.includes(one.id))
  return { match, place: place < 0 ? Infinity : place, isAnswerable: id !== null, ms }
}

function resultOf(judged: readonly Judged[]): Omit<Evaluated, 'buildMs'> {
  const [answerable, others] = [judged.filter((one) => one.isAnswerable), judged.filter((one) => !one.isAnswerable)]
  const within = (places: number) => percent(answerable.filter(({ place }) => place < places).length, answerable.length)
  const answered = judged.filter(({ match }) => match.band === 'answer')
  const times = judged.map(({ ms }) => ms).toSorted((a, b) => a - b)
  return {
    n: answerable.length, oos: others.length, top1: within(1), top3: within(3), top5: within(5), auroc: answerable.length * others.length === 0 ? null : aurocOf(answerable.map(confidence), others.map(confidence)), cov90: coverageAt(judged, 0.9), cov95: coverageAt(judged, 0.95),
    shipped: {
      answered: percent(answered.filter((one) => one.isAnswerable).length, answerable.length), precision: answered.length === 0 ? null : percent(answered.filter(isRight).length, answered.length),
      oosAnswered: percent(answered.filter((one) => !one.isAnswerable).length, others.length),
    },
    p50: times[Math.floor(times.length / 2)] ?? 0, p99: times[Math.ceil(times.length * 0.99) - 1] ?? 0,
  }
}

const confidence = ({ match }: Judged) => match.confidence
const isRight = ({ isAnswerable, place }: Judged) => isAnswerable && place === 0
const percent = (part: number, whole: number) => (whole === 0 ? 0 : 100 * part / whole)

/** How often an answerable question has more confidence than one that is not (ties count half), in percent. */
export function aurocOf(answerable: readonly number[], others: readonly number[]): number {
  const all = [...answerable.map((value) => ({ value, is: true })), ...others.map((value) => ({ value, is: false }))].toSorted((a, b) => a.value - b.value)
  let [below, won] = [0, 0]
  for (let at = 0; at < all.length;) {
    const same = all.filter(({ value }, i) => i >= at && value === all[at]!.value)
    const lost = same.filter(({ is }) => !is).length
    won += (same.length - lost) * (below + lost / 2)
    below += lost
    at += same.length
  }
  return percent(won, answerable.length * others.length)
}

/** The most answerable questions that are answered right by any threshold with at least this precision, in percent of the answerable. */
export function coverageAt(judged: readonly Judged[], precision: number): number {
  const order = judged.toSorted((a, b) => confidence(b) - confidence(a))
  let [right, most] = [0, 0]
  order.forEach((one, at) => {
    if (isRight(one)) right += 1
    const isEndOfTie = at + 1 === order.length || confidence(order[at + 1]!) !== confidence(one)
    if (isEndOfTie && right / (at + 1) >= precision) most = Math.max(most, right)
  })
  return percent(most, judged.filter(({ isAnswerable }) => isAnswerable).length)
}

/** Wilson's interval of a share at 95 %, both ends in percent. */
export function intervalOf(share: number, n: number): [number, number] {
  if (n === 0) return [0, 100]
  const [p, z] = [share / 100, 1.96]
  const [middle, half] = [p + z * z / (2 * n), z * Math.sqrt(p * (1 - p) / n + z * z / (4 * n * n))]
  return [100 * Math.max(0, (middle - half) / (1 + z * z / n)), 100 * Math.min(1, (middle + half) / (1 + z * z / n))]
}

/** The interval of an AUROC at 95 % (Hanley and McNeil, 1982), both ends in percent. */
export function aurocIntervalOf(auroc: number, answerable: number, others: number): [number, number] {
  const a = auroc / 100
  const [one, two] = [a / (2 - a), 2 * a * a / (1 + a)]
  const half = 1.96 * Math.sqrt(Math.max(0, a * (1 - a) + (answerable - 1) * (one - a * a) + (others - 1) * (two - a * a)) / (answerable * others))
  return [100 * Math.max(0, a - half), 100 * Math.min(1, a + half)]
}
