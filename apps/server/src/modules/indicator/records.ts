import type { Input, Output } from '@linli/contract'
import { addDays, at, dayOf, type Day } from '@linli/standards'
import { sql } from 'kysely'
import { tenantOf } from '../../kernel/actor.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { cut, goOnAfter } from '../../kernel/page.ts'
import { Problem, found } from '../../kernel/problem.ts'
import { isCounted, wordsOf } from '../measure/index.ts'
import { mayOpen, placeFor } from './compute.ts'
import { sourceNamed } from './sources.ts'

interface Row { id: string, title: string, note: string, at: Date | null, mark: string }

/** The rows that a key counts, by place and in their order; under the same policies as everywhere, so that nobody sees more than elsewhere. */
export async function records(ctx: Ctx, { source: name, key, area, from, until, after, limit }: Input<'indicator', 'records'>): Promise<Output<'indicator', 'records'>> {
  const source = found(sourceNamed(name))
  found(wordsOf(source, key))
  await placeFor(ctx, area)
  if (!mayOpen(ctx, area, name)) throw new Problem('may.not')
  const { shown, at: happened } = source
  const id = shown.id ?? sql`r.id`
  const day = sql`${dayOf(ctx.now)}::date`
  const during = happened ? sql`and ${happened} >= ${at((from ?? dayOf(ctx.now)) as Day)} and ${happened} < ${at((until ?? addDays(dayOf(ctx.now), 1)) as Day)}` : sql``
  const mark = goOnAfter(after, 2)
  const { rows } = await sql<Row>`select ${id} as id, ${shown.title} as title, ${shown.note} as note, ${shown.at ?? sql`null::timestamptz`} as at, r.area as mark from ${source.from}
    where r.subdistrict = ${tenantOf(area)} and ${source.where} and r.area >= ${area} and r.area < ${area} || U&'\\FFFF' and ${isCounted(source, key, day)} ${during}
      ${mark ? sql`and (r.area, ${id}) > (${mark[0]}, ${mark[1]}::uuid)` : sql``} order by r.area, ${id} limit ${limit + 1}`.execute(ctx.db)
  const { rows: some, next } = cut(rows, limit, (row) => [row.mark, row.id])
  return { rows: some.map((row) => ({ id: row.id, kind: shown.kind, area: row.mark, title: row.title, note: row.note, at: row.at?.toISOString() ?? null })), next }
}
