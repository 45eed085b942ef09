import { featuresOf } from '@linli/matching/features'
import { likenessOf } from '@linli/matching/likeness'
import { shippedTerms } from '@linli/matching/terms.data'
import { termsOf } from '@linli/matching/terms'

/** From how like another question a question counts as the same (0 to 1): tried on questions of a community, where the same in other words begins at 0.36 and what only looks alike ends at 0.28. */
const sameFrom = 0.35

/** How one asks, and not what about: among few questions these words would make 老年证怎么办理 and 居住证怎么办理 alike. */
const asking = /请问|你好|您好|我想|麻烦|怎么(?:办理|申请|办|弄|样)?|如何(?:办理|申请)?|在?哪(?:里|儿|边)?|什么时候|几点|能不能|可不可以|行不行|是不是|有没有|可以|可否|能否|需要|办理|申请|[吗呢吧啊呀么不的了]/g

function bare(text: string): string {
  const left = text.replace(asking, '')
  return left.length > 1 ? left : text
}

export interface Known { id: string, texts: readonly string[] }

let terms: ReturnType<typeof termsOf> | undefined

/**
 * Puts each question to the topic it is most like, or to the question before it that began one; greedy, in the order they were asked. Answers for
 * each question the id of a topic that is known, or the number of the question that began a new one (its own for the first).
 */
export function gathered(known: readonly Known[], questions: readonly string[]): (string | number)[] {
  terms ??= termsOf(shippedTerms.trim().split('\n'))
  const wordings = [...known.flatMap(({ id, texts }) => texts.map((text) => ({ topic: id as string | number, text }))), ...questions.map((text, at) => ({ topic: at as string | number, text }))]
  const features = wordings.map(({ text }) => featuresOf(bare(text), terms!))
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
