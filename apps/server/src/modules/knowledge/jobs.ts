import { addDays, areaOf, at, dayOf } from '@linli/standards'
import type { Ctx } from '../../kernel/ctx.ts'
import type { JobDefinition } from '../../kernel/module.ts'
import { sayOfKnowledge } from '../notice/index.ts'
import { listEnded, listOffices, lockEnding } from './ending-queries.ts'
import * as queries from './queries.ts'
import { soonUntil } from './rules.ts'
import { subjectOf } from './write.ts'

/** So many of each that one transaction ends in well under a second. */
const atOnce = 100

/** Every hour: what has ended ceases to be published and comes back to who sees to it; of what ends soon they are told once. */
export const end: JobDefinition = {
  title: '提醒和停用到期的知识', every: '7 * * * *', atStart: true,
  async run({ read, write, now }) {
    const today = dayOf(now)
    for (const subdistrict of await read('/', (ctx) => listOffices(ctx, addDays(soonUntil(today), 1)))) {
      const area = areaOf(subdistrict)
      while (await write(area, (ctx) => expire(ctx, subdistrict, today)));
      while (await write(area, (ctx) => warn(ctx, subdistrict, today)));
    }
  },
}

/** One step of the knowledge as a whole for all of them. Answers whether there may be more. */
async function expire(ctx: Ctx, subdistrict: number, today: string): Promise<boolean> {
  const ids = await listEnded(ctx, subdistrict, { before: today, most: atOnce })
  // Held in the same order as by who reviews: the entries, then the whole.
  const ended: { row: queries.EntryRow, revision: queries.RevisionRow }[] = []
  for (const id of ids) {
    const row = await queries.lock(ctx, id)
    const revision = row && await queries.findPublished(ctx, row)
    if (revision?.valid_to && revision.valid_to < today) ended.push({ row: row!, revision })
  }
  const version = ended.length > 0 ? await queries.grow(ctx, { subdistrict, office: areaOf(subdistrict) }) : 0
  for (const { row, revision } of ended) {
    await queries.updateRevision(ctx, revision, { status: 'expired', version_to: version, ended_at: ctx.now })
    await queries.update(ctx, row, { status: 'expired', changed_at: ctx.now, changed_name: ctx.actor.name })
    await sayOfKnowledge(ctx, 'knowledgeExpired', { ...row, title: revision.question }, { owner: row.owner, dueAt: null })
    ctx.record('knowledge.expired', subjectOf(row), { title: revision.question, no: row.no, revision: revision.no, version })
  }
  return ids.length === atOnce
}

async function warn(ctx: Ctx, subdistrict: number, today: string): Promise<boolean> {
  const ending = await lockEnding(ctx, subdistrict, { before: addDays(soonUntil(today), 1), most: atOnce })
  for (const revision of ending) {
    const row = (await queries.find(ctx, revision.knowledge))!
    await queries.updateRevision(ctx, revision, { warned_at: ctx.now })
    await sayOfKnowledge(ctx, 'knowledgeSoon', { ...row, title: revision.question }, { owner: row.owner, dueAt: at(revision.valid_to!, '12:00') })
    ctx.record('knowledge.reminded', subjectOf(row), { title: revision.question, no: row.no, until: revision.valid_to })
  }
  return ending.length === atOnce
}
