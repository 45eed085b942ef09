import { parentPort } from 'node:worker_threads'
import { matcherOf, shippedThresholds, type Matcher } from '@linli/matching'
import type { Asked, Answered } from './thread.ts'

/** Holds the matchers of one thread, and reads new ones while nobody else waits for it. */
const matchers = new Map<string, { matcher: Matcher, offer: number }>()

const tell = (answered: Answered) => parentPort!.postMessage(answered, [])

parentPort!.on('message', (asked: Asked) => {
  try {
    tell({ no: asked.no, match: answer(asked) })
  } catch (error) {
    tell({ no: asked.no, fault: String(error) })
  }
})

function answer(asked: Asked) {
  if ('question' in asked) {
    const { matcher, offer } = matchers.get(asked.key)!
    return { ...matcher.match(asked.question, asked.most), offer }
  }
  if ('entries' in asked) {
    const { entries, terms = [], thresholds = shippedThresholds } = asked
    matchers.set(asked.key, { matcher: matcherOf(entries, { terms, thresholds }), offer: thresholds.offer })
  } else matchers.delete(asked.key)
  return null
}
