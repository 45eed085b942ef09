import { entryDay, entrySubject, type Output, type Values } from '@linli/contract'
import { mayIn } from '../../kernel/actor.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { areaNames } from '../organisation/index.ts'
import { shown, takenUp } from '../record/index.ts'
import { shapeOf } from './book.ts'
import type { BookRow, EntryRow } from './queries.ts'
import * as rules from './rules.ts'

type View = Output<'logbook', 'enter'>

export const sealedAs = 'entry.sealed'
/** What has a column of its own. */
export const apart = [entryDay, entrySubject]

/** In clear, as it stands. */
export const valuesOf = (ctx: Ctx, { about, day, subject, facts, sealed }: Pick<EntryRow, 'about' | 'day' | 'subject' | 'facts' | 'sealed'>): Values =>
  ({ [entryDay]: day, ...(about === 'place' && { [entrySubject]: subject }), ...takenUp(ctx, { facts, sealed }, sealedAs) })

export const rowView = async (ctx: Ctx, row: EntryRow, book: BookRow): Promise<View> => (await rowViews(ctx, [row], () => book))[0]!

export async function rowViews(ctx: Ctx, rows: readonly EntryRow[], bookOf: (row: EntryRow) => BookRow): Promise<View[]> {
  const names = await areaNames(ctx, [...new Set(rows.map(({ area }) => area))])
  return rows.map((row) => {
    const book = bookOf(row)
    return {
      id: row.id, logbook: row.logbook, logbookName: book.name, day: row.day, subject: row.subject, record: row.record === null ? null : { kind: row.about as 'enterprise' | 'housing' | 'thing', id: row.record }, area: row.area, areaName: names.get(row.area) ?? '',
      values: shown(rules.fieldsOf(shapeOf(book)), valuesOf(ctx, row)), photoCount: row.photo_count, by: row.by_name, at: row.created_at.toISOString(), revision: row.revision,
      withdrawn: row.withdrawn_at === null ? null : { by: row.withdrawn_by_name ?? '', at: row.withdrawn_at.toISOString(), reason: row.withdrawn_reason ?? '' }, mayChange: row.withdrawn_at === null && mayIn(ctx.actor, 'base.edit', row.area),
    }
  })
}
