import { parentPort, workerData } from 'node:worker_threads'
import { matcherOf, type Entry, type Matcher, type Settings } from '@linli/matching'
import type { Asked, Found, Heard } from './rehearse.ts'

/** Asks every question of both knowledge bases, beside the thread that serves, and tells how far it is. */
const { before, after, tuning, questions } = workerData as { before: Entry[], after: Entry[], tuning: Settings, questions: Asked[] }
const step = 100

const foundIn = (matcher: Matcher, of: readonly Entry[], text: string): Found => {
  const { band, ranked: [best] } = matcher.match(text, 1)
  const isFound = band !== 'handOver' && best !== undefined
  return { band: band === 'handOver' ? 'hand-over' : band, entry: isFound ? best.id : null, question: isFound ? of.find(({ id }) => id === best.id)!.question : null }
}

const [old, fresh] = [matcherOf(before, tuning), matcherOf(after, tuning)]
for (let from = 0; from < questions.length; from += step) {
  const heard: Heard[] = questions.slice(from, from + step).map((asked) => ({ ...asked, before: foundIn(old, before, asked.text), after: foundIn(fresh, after, asked.text) }))
  parentPort!.postMessage(heard, [])
}
