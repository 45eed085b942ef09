import type { Output } from '@linli/contract'
import type { Ctx } from '../../kernel/ctx.ts'
import type { EventRow } from './queries.ts'
import * as queries from './queries.ts'
import { pointOf } from './view.ts'
import { stepsFor } from './viewer.ts'

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
  'event.joined': { title: '已并入别人先上报的同一件事，办结后告诉您', text: silent },
  'event.merged': { title: '与先上报的同一件事合并办理，办结后告诉您', text: silent },
  'event.unmerged': { title: '改为单独办理', text: silent },
  'event.verify-sent': { title: '正在现场核实', text: silent },
  'event.confirmed': { title: '现场核实属实，已受理', text: silent },
  'event.accepted': { title: '已受理', text: silent },
  'event.filed': { title: '已立案', text: silent },
  'event.dispatched': { title: '已安排办理单位', text: text('unitName') },
  'event.signed': { title: '办理单位已签收', text: silent },
  'event.handled': { title: '正在处置', text: silent },
  'event.split': { title: '由几个单位分别办理', text: silent },
  'event.parts-joined': { title: '各单位都已办好，请您评价', text: text('publicReply') },
  'event.unsplit': { title: '重新安排办理', text: silent },
  'event.suspended': { title: '因客观原因暂缓办理', text: silent },
  'event.resumed': { title: '恢复办理', text: silent },
  'event.extended': { title: '办理时间已延长', text: silent },
  'event.transferred': { title: '已移交上级部门办理', text: text('transferredTo') },
  'event.taken-back': { title: '上级部门已答复', text: text('publicReply') },
  'event.reworked': { title: '核查没有通过，重新处置', text: silent },
  'event.rehandled': { title: '您不满意，重新办理', text: silent },
  'event.urged': { title: '您催办了', text: silent },
  'event.fed-back': { title: '处置完成', text: text('publicReply') },
  'event.checked': { title: '核查通过，请您评价', text: silent },
  'event.revisited': { title: '已回访', text: silent },
  'event.rated': { title: '您已评价', text: text('text') },
  'event.closed-along': { title: '已结案', text: text('publicReply') },
  'event.closed': { title: '已结案', text: silent },
  'event.reopened': { title: '您要求重新办理', text: text('reason') },
  'event.cancel-approved': { title: '已作废', text: text('reason') },
  'event.cancelled': { title: '已作废', text: text('reason') },
}

/** One's own event as a list row, with what may be done now. */
export const myRow = async (ctx: Ctx, event: EventRow): Promise<Output<'event', 'mine'>['rows'][number]> => ({
  id: event.id, number: event.number, title: event.title, description: event.description, status: event.status as MyEventView['status'], matter: event.matter_name, areaName: event.area_name,
  place: event.place, point: pointOf(event), reportedAt: event.reported_at.toISOString(), dueAt: event.due_at?.toISOString() ?? null, handledBy: event.unit_name,
  question: event.status === 'needInfo' ? event.question : null, publicReply: event.public_reply,
  rating: event.rating === null ? null : { score: event.rating, isSolved: event.rating_solved === true, text: event.rating_text },
  steps: await stepsFor(ctx, event),
})

/** One's own event with photos and what happened so far. */
export async function myView(ctx: Ctx, event: EventRow): Promise<MyEventView> {
  const [photos, journal] = [await queries.listPhotos(ctx, event), await queries.listJournal(ctx, event)]
  return {
    ...await myRow(ctx, event),
    photos: photos.map(({ id, part }) => ({ id, part: part as MyEventView['photos'][number]['part'] })),
    trace: journal.flatMap(({ at, name, actor_side: side, details }) => (told[name] && (name !== 'event.urged' || side === 'resident') ? [{ at: at.toISOString(), title: told[name].title, text: told[name].text(details as Details) }] : [])),
  }
}
