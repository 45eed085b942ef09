import type { KnowledgeStatus, Output } from '@linli/contract'
import { dayOf } from '@linli/standards'
import { mayIn } from '../../kernel/actor.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { found } from '../../kernel/problem.ts'
import { matterBook } from '../matter/index.ts'
import { contentOf } from './content.ts'
import * as list from './list-queries.ts'
import { listOpen } from './proposal-queries.ts'
import * as queries from './queries.ts'
import { stepsFor, termOf, type Standing, type Who } from './rules.ts'

type View = Output<'knowledge', 'get'>
export type RevisionView = Output<'knowledge', 'revision'>

/** Versions and proposals shown with an entry; older ones are kept. */
const [mostRevisions, mostProposals] = [100, 100]

export const whatOf = (row: Pick<queries.EntryRow, 'status' | 'open_status'>): Standing => ({ status: row.status as KnowledgeStatus, open: row.open_status as Standing['open'] })
export const whoOf = (ctx: Ctx, area: string, open: Pick<queries.RevisionRow, 'authors'> | undefined): Who => ({
  mayEdit: mayIn(ctx.actor, 'knowledge.edit', area), mayReview: mayIn(ctx.actor, 'knowledge.review', area), isWriter: ctx.actor.id !== null && (open?.authors.includes(ctx.actor.id) ?? false),
})

const headOf = (row: queries.RevisionRow): View['revisions'][number] => ({
  no: row.no, status: row.status as View['revisions'][number]['status'], authorName: row.author_name, writtenAt: row.written_at.toISOString(), reviewerName: row.reviewer_name, reviewedAt: row.reviewed_at?.toISOString() ?? null, reviewNote: row.review_note,
  note: row.note, versionFrom: row.version_from, versionTo: row.version_to, endedAt: row.ended_at?.toISOString() ?? null,
})

export const revisionView = (row: queries.RevisionRow, nameOf: (code: string) => string | undefined): RevisionView =>
  ({ ...headOf(row), content: { ...contentOf(row), matterName: row.matter === null ? null : nameOf(row.matter) ?? row.matter } })

export async function revisionViewOf(ctx: Ctx, row: queries.RevisionRow): Promise<RevisionView> {
  return revisionView(row, row.matter === null ? () => undefined : (await matterBook(ctx, row.subdistrict, ctx.now)).nameOf)
}

/** The whole entry, with what this viewer may do now. */
export async function view(ctx: Ctx, row: queries.EntryRow): Promise<View> {
  const revisions = await queries.listRevisions(ctx, row, mostRevisions)
  const open = revisions.find(({ status }) => status === 'draft' || status === 'review')
  const published = revisions.find(({ status }) => status === 'published')
  const shown = found(revisions.find(({ no }) => no === row.shown) ?? await queries.findRevision(ctx, row, row.shown))
  const who = whoOf(ctx, row.area, open)
  const show = (one: queries.RevisionRow | undefined) => one && revisionViewOf(ctx, one)
  return {
    ...headOfEntry(ctx, row, shown), owner: { person: row.owner, role: row.owner_role },
    published: await show(published) ?? null, draft: await show(open) ?? null, last: published || row.status === 'draft' ? null : await revisionViewOf(ctx, shown), revisions: revisions.map(headOf),
    replaces: row.replaces === null ? null : await list.named(ctx, row.subdistrict, { id: row.replaces }).then(([one]) => one ?? null), replacedBy: await list.named(ctx, row.subdistrict, { replaces: row.id }),
    proposals: (await listOpen(ctx, row, mostProposals)).map(({ id, text, note, proposed_name: by, proposed_at: at, area_name: areaName }) => ({ id, text, note, by, at: at.toISOString(), areaName })),
    steps: stepsFor(whatOf(row), who), mayEdit: who.mayEdit,
  }
}

/** What stands above an entry: as it reads where it is told, else as it is written. */
export const headOfEntry = (ctx: Ctx, row: queries.EntryRow, shown: Pick<queries.RevisionRow, 'question' | 'category' | 'answer_short' | 'alike' | 'valid_from' | 'valid_to' | 'is_unchecked' | 'is_not_for_us'>) => ({
  id: row.id, no: row.no, area: row.area, areaName: row.area_name, ...whatOf(row), question: shown.question, category: shown.category, answerShort: shown.answer_short, similar: shown.alike.length, validFrom: shown.valid_from, validTo: shown.valid_to,
  term: termOf({ status: row.status, valid_to: shown.valid_to }, dayOf(ctx.now)), isUnchecked: shown.is_unchecked, isNotForUs: shown.is_not_for_us, isReplacing: row.replaces !== null, ownerName: row.owner_name, changedAt: row.changed_at.toISOString(), changedBy: row.changed_name,
})
