import type { Ctx } from '../../kernel/ctx.ts'
import { Problem } from '../../kernel/problem.ts'
import { contacts, danger, drafted } from './beside.ts'
import { back, follow, question, withPiece } from './question.ts'
import type { TalkRow } from './queries.ts'
import { wishOf, type Wish } from './recogniser-rules.ts'
import { counted, isFlood, isRepeat, mayAnswer, type Context } from './rules.ts'
import { handedOver, machine, type Answer } from './step.ts'
import { isPlaced } from './view.ts'
import * as words from './words-rules.ts'

/** What the machine says to a turn of a resident; nothing beside a person, but for the numbers to call where somebody is in danger. */
export async function answerTo(ctx: Ctx, talk: TalkRow, text: string): Promise<Answer> {
  const before = talk.context as Context
  const wish = wishOf(text, { hasAnswer: before.entry !== undefined })
  if (wish.kind === 'danger') return danger(ctx, talk, wish.calls)
  if (!mayAnswer(talk.state as 'open')) return { turns: [] }
  if (wish.kind === 'worker') return handedOver(ctx, talk, 'wish')
  const last = counted(before, text, ctx.now)
  if (isFlood(last)) throw new Problem('request.too-many', { detail: '同一个问题问得太频繁了，答案在上面；没有解决请点“转人工”' })
  if (isRepeat(last)) return { turns: [machine('repeat', words.repeated)], context: { ...before, last } }
  const { pending, ...context } = { ...before, last }
  const isAnswer = wish.kind === 'question' || wish.kind === 'small'
  return (pending && isAnswer && await withPiece(ctx, talk, context, { ...pending, text })) || await known(ctx, talk, context, { wish, text }) || question(ctx, talk, context, text)
}

/** What needs no knowledge, or goes on from the answer before; nothing where it is a question after all. */
async function known(ctx: Ctx, talk: TalkRow, context: Context, { wish, text }: { wish: Wish, text: string }): Promise<Answer | undefined> {
  switch (wish.kind) {
    case 'report': {
      const card = await drafted(ctx, text)
      return wish.isAsked || card.matter ? { turns: [machine('report', words.reportWords(wish.isAsked), [card])], context } : undefined
    }
    case 'contacts': return isPlaced(talk.area) || wish.of === 'named' ? contacts(ctx, talk, { of: wish.of, text, context }) : back(ctx, talk, context, { need: 'community', question: text })
    case 'follow': return follow(ctx, context, wish.part)
    case 'small': return { turns: [machine('small', words.smallWords[wish.words])], context }
    default: return undefined
  }
}
