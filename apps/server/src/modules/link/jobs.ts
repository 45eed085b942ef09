import { momentWords } from '@linli/standards'
import { newId } from '../../kernel/id.ts'
import type { JobDefinition, JobTools } from '../../kernel/module.ts'
import { found } from '../../kernel/problem.ts'
import { find as findEvent, noteByLink } from '../event/index.ts'
import * as queries from './queries.ts'
import { stateOf } from './rules.ts'
import { addressOf, phoneField } from './token.ts'
import { subjectOf, whatOf } from './view.ts'

/** A link that nobody may use any more by now is of no use to anybody. */
async function send({ outside, around, read, write, now }: JobTools, { id, area, sealed }: { id: string, area: string, sealed: string }): Promise<void> {
  const { link, event } = await read(area, async (ctx) => {
    const row = found(await queries.find(ctx, id))
    return { link: row, event: found(await findEvent(ctx, row.event)) }
  })
  if (stateOf(whatOf(link, event), now) !== 'open' || !link.phone) return
  const template = link.kind as 'ask' | 'forward'
  const isOffered = outside.sms?.has(template) === true
  if (isOffered) {
    const token = around.crypto.decrypt(Buffer.from(sealed, 'base64'), 'link.send')
    const values = { code: token, link: addressOf(around.installation.publicUrl, token), unit: link.name, matter: event.matter_name, until: momentWords(link.due_at) }
    await outside.sms!.send({ id: newId(now), phone: around.crypto.decrypt(link.phone, phoneField), template, values })
  }
  await write(area, async (ctx) => {
    const changed = await queries.update(ctx, link, isOffered ? { delivery: 'sent', sent_at: ctx.now } : { delivery: 'notOffered' })
    ctx.record(isOffered ? 'link.sent' : 'link.not-sent', subjectOf(changed, event), { event: link.event, phone: link.phone_masked })
  })
}

const atOnce = 200

/** What an outside unit has not done in time is said once, to whoever handles; of more time it is said anew. */
async function tellLate({ read, write }: JobTools): Promise<void> {
  for (const { id, area } of await read('/', (ctx) => queries.listLate(ctx, atOnce))) {
    await write(area, async (ctx) => {
      const link = await queries.lock(ctx, id)
      if (!link || link.told_at !== null || link.used_at !== null || link.withdrawn_at !== null || link.due_at >= ctx.now) return
      await queries.update(ctx, link, { told_at: ctx.now })
      await noteByLink(ctx, link.event, { happened: 'event.forward-late', details: { unitName: link.name, dueAt: link.due_at.toISOString() } })
    })
  }
}

export const jobs: Record<string, JobDefinition> = {
  'link.send': { title: '发送一次性链接短信', run: send },
  'link.late': { title: '提醒外部单位逾期', every: '*/10 * * * *', run: tellLate },
}
