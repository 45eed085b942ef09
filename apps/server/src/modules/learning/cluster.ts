import { featuresOf } from '@linli/matching/features'
import { likenessOf } from '@linli/matching/likeness'
import { shippedTerms } from '@linli/matching/terms.data'
import { termsOf } from '@linli/matching/terms'

/** From how like another question a question counts as the same (0 to 1). Lower, and 居住证 gathers with 结婚证; higher, and a typing mistake is a topic of its own. */
const sameFrom = 0.42

export interface Known { id: string, texts: readonly string[] }

let terms: ReturnType<typeof termsOf> | undefined

/**
 * Puts each question to the topic it is most like, or to the question before it that began one; greedy, in the order they were asked. Answers for
 * each question the id of a topic that is known, or the number of the question that began a new one (its own for the first).
 */
export function gathered(known: readonly Known[], questions: readonly string[]): (string | number)[] {
  terms ??= termsOf(shippedTerms.trim().split('\n'))
  const wordings = [...known.flatMap(({ id, texts }) => texts.map((text) => ({ topic: id as string | number, text }))), ...questions.map((text, at) => ({ topic: at as string | number, text }))]
  const features = wordings.map(({ text }) => featuresOf(text, terms!))
  const likeness = likenessOf(features, wordings.map((_, at) => at))
  const offset = wordings.length - questions.length
  questions.forEach((_, at) => {
    const scores = likeness.of(likeness.view(features[offset + at]!))
    let [best, score] = [-1, sameFrom]
    for (let other = 0; other < offset + at; other += 1) if (scores[other]! >= score) [best, score] = [other, scores[other]!]
    if (best >= 0) wordings[offset + at]!.topic = wordings[best]!.topic
  })
  return wordings.slice(offset).map(({ topic }) => topic)
}
