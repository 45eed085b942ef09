import type { Output } from '@linli/contract'
import type { Ctx } from '../../kernel/ctx.ts'
import { areaNames } from '../organisation/index.ts'
import * as queries from './queries.ts'
import { rowView } from './view.ts'

/** Whose certificate number it is, as far as the person asking may see them. */
export const personByNumber = (ctx: Ctx, subdistrict: number, number: string): Promise<queries.PersonRow | undefined> => queries.findByNumber(ctx, subdistrict, ctx.crypto.index(number, 'person.number'))

export interface Looked { by: 'number' | 'phone' | 'tail' | 'initials' | 'pinyin' | 'name' | 'tag', text: string }

/** People by one of what is known of them, as far as the person asking may see them, the best first. */
export async function findPeople(ctx: Ctx, subdistricts: readonly number[], { by, text }: Looked, most: number): Promise<Output<'person', 'list'>['rows']> {
  const index = by === 'number' || by === 'phone' ? ctx.crypto.index(text, `person.${by}`) : null
  const rows = by === 'tag' ? await queries.list(ctx, { subdistricts, area: '/', tag: text }, { after: undefined, limit: most }) : await queries.findBy(ctx, subdistricts, { by, text, index }, most)
  const names = await areaNames(ctx, [...new Set(rows.map(({ area }) => area))])
  return rows.map((row) => rowView(ctx, row, names))
}
