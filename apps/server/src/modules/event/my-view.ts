import { toldToResident, type Output } from '@linli/contract'
import type { Ctx } from '../../kernel/ctx.ts'
import type { EventRow } from './queries.ts'
import * as queries from './queries.ts'
import { pointOf } from './view.ts'
import { said, stepsFor } from './viewer.ts'

type MyEventView = Output<'event', 'getMine'>

/** One's own event as a list row, with what may be done now. */
export const myRow = async (ctx: Ctx, event: EventRow): Promise<Output<'event', 'mine'>['rows'][number]> => ({
  id: event.id, number: event.number, title: event.title, description: event.description, status: event.status as MyEventView['status'], matter: event.matter_name, areaName: event.area_name,
  place: event.place, point: pointOf(event), reportedAt: event.reported_at.toISOString(), dueAt: event.due_at?.toISOString() ?? null, handledBy: event.unit_name,
  question: event.status === 'needInfo' || event.status === 'needDetail' ? event.question : null, publicReply: event.public_reply,
  rating: event.rating === null ? null : { score: event.rating, isSolved: event.rating_solved === true, text: event.rating_text },
  steps: await stepsFor(ctx, event),
})

/** One's own event with photos and what happened so far. */
export async function myView(ctx: Ctx, event: EventRow): Promise<MyEventView> {
  const [photos, journal] = [await queries.listPhotos(ctx, event), await queries.listJournal(ctx, event)]
  return {
    ...await myRow(ctx, event),
    photos: photos.map(({ id, part }) => ({ id, part: part as MyEventView['photos'][number]['part'] })),
    trace: journal.flatMap(({ at, name, actor_side: side, details }) => {
      const told = toldToResident[name]
      return told && (name !== 'event.urged' || side === 'resident') ? [{ at: at.toISOString(), title: told.title, text: told.text === undefined ? null : said(details as Record<string, unknown>, told.text) }] : []
    }),
  }
}
