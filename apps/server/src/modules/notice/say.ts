import type { EventStatus, NoticeKind } from '@linli/contract'
import type { Ctx } from '../../kernel/ctx.ts'
import type { EventRow } from './event-queries.ts'
import * as queries from './queries.ts'
import { audienceOf, isNobody, type Told } from './rules.ts'
import { wordsOf, type Facts } from './words-rules.ts'

/** What is said besides the event: who said it (nobody where the clock or a resident did), and what of it. */
export interface Saying extends Partial<Omit<Facts, 'status' | 'by'>>, Partial<Pick<Told, 'unit' | 'askedBy'>> { id: string, by?: { id: string, name: string } }

/** Says something of an event to those it concerns, once for each id; false where it was said before, or nobody holds the step. */
export async function say(ctx: Ctx, kind: NoticeKind, row: EventRow, { id, by, ...said }: Saying): Promise<boolean> {
  const event = { ...row, status: row.status as EventStatus }
  const audience = audienceOf(kind, event, { unit: said.unit ?? null, request: said.request, askedBy: said.askedBy ?? null })
  if (isNobody(audience)) return false
  const words = wordsOf(kind, { text: null, dueAt: null, request: undefined, isApproved: false, returnReason: null, unitName: null, ...said, status: event.status, by: by?.name ?? null })
  const isNew = await queries.insert(ctx, { subdistrict: row.subdistrict, id, area: row.area, kind, event: row.id, number: row.number, title: row.title, area_name: row.area_name, words, said_by: by?.id ?? null, ...audience, at: ctx.now })
  if (isNew) ctx.record('notice.sent', { kind: 'notice', id, subdistrict: row.subdistrict, area: row.area, unit: audience.unit, may: 'event.view' }, { kind, event: row.id })
  return isNew
}
