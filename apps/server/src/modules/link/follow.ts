import { areaOf, isMobile } from '@linli/standards'
import type { Ctx } from '../../kernel/ctx.ts'
import type { Happened, JobTools } from '../../kernel/module.ts'
import { found } from '../../kernel/problem.ts'
import { answerByLink, find as findEvent, noteByLink, type EventRow, type Holder } from '../event/index.ts'
import { takeBack } from './actions.ts'
import type { LinkRow } from './queries.ts'
import * as queries from './queries.ts'
import { deliveryOf, holderName, isWanted } from './rules.ts'
import { phoneField, send } from './token.ts'
import { subjectOf, whatOf } from './view.ts'

// What follows from the journal: a question makes a link, an answer goes to the event, and an event that goes on takes its links back.

/** The reporter is asked, or asked again while they are waited for: whoever left a mobile number gets the link, for the others it is there to be copied. Of who wants to stay unknown not even a part of the number is noted. */
export const ask = ({ write }: JobTools, { id: cause, subject, subdistrict }: Happened) => write(areaOf(subdistrict), async (ctx) => {
  const event = found(await findEvent(ctx, subject))
  const isAsked = isWanted({ kind: 'ask', stageNo: event.stage_no, event: { status: event.status, stageNo: event.stage_no } })
  const before = (await queries.listOf(ctx, event.id)).filter((one) => one.kind === 'ask' && one.stage_no === event.stage_no)
  // Told of twice, sent already, or answered in this very moment.
  const isDone = (one: LinkRow) => one.cause === cause || one.used_at !== null || (one.withdrawn_at === null && one.request === event.question)
  if (!isAsked || before.some(isDone)) return
  for (const link of await queries.lockOpen(ctx, { subdistrict, event: subject })) if (link.kind === 'ask') await takeBack(ctx, link, event, '已重新提问，链接自动撤回')
  const phone = event.reporter_phone && ctx.crypto.decrypt(event.reporter_phone, 'event.reporter_phone')
  const until = event.due_at ?? new Date(ctx.now.getTime() + weekMs)
  const link = await queries.insert(ctx, {
    subdistrict: event.subdistrict, id: ctx.newId(), area: event.area, event: event.id, kind: 'ask', cause, stage_no: event.stage_no, name: '上报人', request: event.question ?? '', made_name: event.last_by, made_at: ctx.now, due_at: until, until,
    phone: phone ? ctx.crypto.encrypt(phone, phoneField) : null, phone_masked: event.privacy === 'anonymous' ? null : event.reporter_phone_masked, delivery: deliveryOf({ isWished: true, isMobile: phone !== null && isMobile(phone) }),
  })
  if (link.delivery === 'waiting') await send(ctx, link)
  ctx.record('link.asked', subjectOf(link, event), { event: event.id, phone: link.phone_masked, delivery: link.delivery })
})

/** Where an office has no limit for the answer. */
const weekMs = 7 * 24 * 3600 * 1000

/** The answer goes to the event, once. */
export const passOn = ({ write }: JobTools, { subject, subdistrict }: Happened) => write(areaOf(subdistrict), async (ctx) => {
  const link = found(await queries.lock(ctx, subject))
  if (link.passed_at !== null || link.used_at === null) return
  const holder: Holder = { link: link.id, name: holderName(link.kind as 'ask' | 'forward', { unit: link.name, person: link.result_name ?? '' }), phone: link.phone_masked }
  const isInTime = link.kind === 'forward' ? await tellResult(ctx, link, holder) : await tellAnswer(ctx, link, holder)
  const passed = await queries.update(ctx, link, { passed_at: ctx.now, is_late: !isInTime })
  ctx.record('link.passed', subjectOf(passed, found(await findEvent(ctx, link.event))), { event: link.event, isLate: !isInTime })
})

async function tellAnswer(ctx: Ctx, link: LinkRow, holder: Holder): Promise<boolean> {
  const said = { text: link.result ?? '', photos: link.photos, holder }
  if (await answerByLink(ctx, link.event, { stage: link.stage_no, ...said })) return true
  await noteByLink(ctx, link.event, { happened: 'event.answered-late', part: 'answer', photos: link.photos, holder, details: { answer: said.text, ...holder } })
  return false
}

async function tellResult(ctx: Ctx, link: LinkRow, holder: Holder): Promise<boolean> {
  const event = await noteByLink(ctx, link.event, { happened: 'event.forward-done', photos: link.photos, holder, details: { unitName: link.name, text: link.result, link: link.id } })
  return isWanted({ kind: 'forward', stageNo: link.stage_no, event: { status: event.status, stageNo: event.stage_no } })
}

/** Where the event went on otherwise nobody waits for its links any more. */
export const goOn = ({ write }: JobTools, { subject, subdistrict }: Happened) => write(areaOf(subdistrict), async (ctx) => {
  const event: EventRow | undefined = await findEvent(ctx, subject)
  if (!event) return
  for (const link of await queries.lockOpen(ctx, { subdistrict, event: subject })) {
    if (!isWanted(whatOf(link, event))) await takeBack(ctx, link, event, '事件已到下一环节，链接自动撤回')
  }
})
