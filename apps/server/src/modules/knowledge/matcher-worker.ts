import { parentPort } from 'node:worker_threads'
import { matcherOf, type Matcher } from '@linli/matching'
import type { Asked, Answered } from './thread.ts'

/** Holds the matchers of one thread, and reads new ones while nobody else waits for it. */
const matchers = new Map<string, Matcher>()

const tell = (answered: Answered) => parentPort!.postMessage(answered, [])

parentPort!.on('message', (asked: Asked) => {
  try {
    tell({ no: asked.no, match: answer(asked) })
  } catch (error) {
    tell({ no: asked.no, fault: String(error) })
  }
})

function answer(asked: Asked) {
  if ('entries' in asked) matchers.set(asked.key, matcherOf(asked.entries))
  else if ('question' in asked) return matchers.get(asked.key)!.match(asked.question, asked.most)
  else matchers.delete(asked.key)
  return null
}
