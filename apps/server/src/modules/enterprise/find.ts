import type { Output } from '@linli/contract'
import type { Ctx } from '../../kernel/ctx.ts'
import * as queries from './queries.ts'
import { rowViews } from './view.ts'

export interface Looked { by: 'code' | 'phone' | 'initials' | 'pinyin' | 'name' | 'tag', text: string }

/** Enterprises by one of what is known of them, in the areas of the person asking, the best first. */
export async function findEnterprises(ctx: Ctx, subdistricts: readonly number[], { by, text }: Looked, most: number): Promise<Output<'enterprise', 'list'>['rows']> {
  return rowViews(ctx, await queries.findBy(ctx, subdistricts, { by, text, index: by === 'phone' ? ctx.crypto.index(text, 'enterprise.phone') : null }, most))
}
