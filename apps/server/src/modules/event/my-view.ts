import type { Output } from '@linli/contract'
import type { Ctx } from '../../kernel/ctx.ts'
import type { EventRow } from './queries.ts'
import * as queries from './queries.ts'
import { pointOf, stepsFor } from './view.ts'

type MyEventView = Output<'event', 'getMine'>

type Details = Record<string, unknown>
const text = (key: string) => (details: Details) => (typeof details[key] === 'string' ? details[key] : null)
const silent = () => null

/** What a resident is told of each thing that happened: public words only, no names of staff, no internal notes. */
const told: Record<string, { title: string, text: (details: Details) => string | null }> = {
  'event.drafted': { title: '已存为草稿', text: silent },
  'event.reported': { title: '已上报，等待受理', text: silent },
  'event.info-asked': { title: '请您补充情况', text: text('question') },
  'event.answered': { title: '您补充了情况', text: text('answer') },
  'event.accepted': { title: '已受理', text: silent },
  'event.filed': { title: '已立案', text: silent },
  'event.dispatched': { title: '已安排办理单位', text: text('unitName') },
  'event.signed': { title: '办理单位已签收', text: silent },
  'event.handled': { title: '正在处置', text: silent },
  'event.fed-back': { title: '处置完成', text: text('publicReply') },
  'event.checked': { title: '核查通过，请您评价', text: silent },
  'event.revisited': { title: '已回访', text: silent },
  'event.rated': { title: '您已评价', text: text('text') },
  'event.closed': { title: '已结案', text: silent },
  'event.reopened': { title: '您要求重新办理', text: text('reason') },
  'event.cancelled': { title: '已作废', text: text('reason') },
}

/** One's own event as a list row, with what may be done now. */
export const myRow = (ctx: Ctx, event: EventRow): Output<'event', 'mine'>['rows'][number] => ({
  id: event.id, number: event.number, title: event.title, description: event.description, status: event.status as MyEventView['status'], matter: event.matter_name, areaName: event.area_name,
  place: event.place, point: pointOf(event), reportedAt: event.reported_at.toISOString(), dueAt: event.due_at?.toISOString() ?? null, handledBy: event.unit_name,
  question: event.status === 'needInfo' ? event.question : null, publicReply: event.public_reply,
  rating: event.rating === null ? null : { score: event.rating, isSolved: event.rating_solved === true, text: event.rating_text },
  steps: stepsFor(ctx, event),
})

/** One's own event with photos and what happened so far. */
export async function myView(ctx: Ctx, event: EventRow): Promise<MyEventView> {
  const [photos, journal] = [await queries.listPhotos(ctx, event), await queries.listJournal(ctx, event)]
  return {
    ...myRow(ctx, event),
    photos: photos.map(({ id, part }) => ({ id, part: part as MyEventView['photos'][number]['part'] })),
    trace: journal.flatMap(({ at, name, details }) => (told[name] ? [{ at: at.toISOString(), title: told[name].title, text: told[name].text(details as Details) }] : [])),
  }
}
