import { phrasedIn, phrasePrompt, rewritePrompt, rewrittenIn, type Doubt, type Phrased, type Source } from '@linli/matching/phrasing'
import { OutsideFailure } from '../failure.ts'
import type { Llm } from './llm.ts'

/** The questions of a guide that a situation means, to be looked up with; none where it is no matter of the office. @throws OutsideFailure */
export async function rewriteQuestion(llm: Llm, question: string): Promise<string[]> {
  const queries = rewrittenIn(await llm.ask(rewritePrompt(question)))
  if (queries === null) throw new OutsideFailure('llm: not as asked')
  return queries
}

/** An answer from these entries alone, every sentence with what it is from and every number looked up there; or why it is not to be given. @throws OutsideFailure */
export async function phraseAnswer(llm: Llm, { question, sources }: { question: string, sources: readonly Source[] }): Promise<Phrased | Doubt> {
  return sources.length === 0 ? 'nothing' : phrasedIn(await llm.ask(phrasePrompt(question, sources)), question, sources)
}

/** What residents are told of such an answer (人工智能生成合成内容标识办法, article 4: at its beginning, its end or beside it). */
export const aiMark = '本回答由人工智能根据下列条目生成，请以条目原文为准'
