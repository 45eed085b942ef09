import { createHash } from 'node:crypto'
import type { Ctx } from './ctx.ts'
import { Problem } from './problem.ts'
import { transact, type Around, type Asking } from './transaction.ts'

const keyForm = /^[A-Za-z0-9_-]{8,64}$/

interface Ask { key: string | undefined, endpoint: string, input: unknown }

/** It was done before: nothing of this transaction is kept. */
class Given extends Error {
  readonly answer: unknown
  constructor(answer: unknown) {
    super('done before')
    this.answer = answer
  }
}

/**
 * Does a write once for each idempotency key: a submission repeated over a bad network gets the first answer again.
 * The key may be 8–64 letters, digits, - or _; answers are kept for two weeks. Something else under the same key is refused: the first answer
 * would tell that it was done.
 */
export async function once(around: Around, asking: Asking, { key, endpoint, input }: Ask, act: (ctx: Ctx) => Promise<unknown>): Promise<unknown> {
  const { actor } = asking
  if (key === undefined || actor.id === null) return transact(around, 'write', asking, act)
  if (!keyForm.test(key)) throw new Problem('input.invalid', { detail: '重复提交标记的格式不正确', fields: [{ path: 'idempotency-key', message: '8–64 位字母、数字、- 或 _' }] })
  const submitted = createHash('sha256').update(JSON.stringify([endpoint, input])).digest()
  const given = () => transact(around, 'read', asking, (ctx) => earlier(ctx, key, { endpoint, submitted }))
  try {
    return await transact(around, 'write', asking, async (ctx) => {
      const before = await earlier(ctx, key, { endpoint, submitted })
      if (before) throw new Given(before.answer)
      const answer = await act(ctx)
      await ctx.db.insertInto('answered').values({ actor: ctx.actor.id!, key, endpoint, submitted, answer: JSON.stringify(answer), at: ctx.now }).execute()
      return answer
    })
  } catch (error) {
    if (error instanceof Given) return error.answer
    // Whatever it ran into: when the first of two is done, the step it took is no longer open to the second.
    const meanwhile = error instanceof Problem ? await given() : undefined
    if (!meanwhile) throw error
    return meanwhile.answer
  }
}

async function earlier(ctx: Ctx, key: string, { endpoint, submitted }: { endpoint: string, submitted: Buffer }): Promise<{ answer: unknown } | undefined> {
  const row = await ctx.db.selectFrom('answered').select(['answer', 'endpoint', 'submitted']).where('actor', '=', ctx.actor.id).where('key', '=', key).executeTakeFirst()
  if (row && (row.endpoint !== endpoint || row.submitted?.equals(submitted) === false)) throw new Problem('request.repeated', { detail: '这次提交的标记已用于另一次提交，请看那次是否已经办成，再重新提交' })
  return row
}
