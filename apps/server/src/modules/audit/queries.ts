import type { Input } from '@linli/contract'
import { sql } from 'kysely'
import type { Ctx } from '../../kernel/ctx.ts'

export type Filters = Input<'audit', 'export'>
export type JournalRow = Awaited<ReturnType<typeof list>>[number]

const isId = (text: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)

/** Newest first. `moment` is the time as exactly as the database knows it, to go on after. */
export function list(ctx: Ctx, { from, until, actor, name, subject, area }: Filters, after: (string | number)[] | undefined, most: number) {
  return ctx.db.selectFrom('journal')
    .select(['id', 'at', sql<string>`at::text`.as('moment'), 'name', 'area', 'subject_kind', 'subject', 'actor', 'actor_name', 'actor_post', 'address', 'request', 'details'])
    .$if(from !== undefined, (query) => query.where('at', '>=', new Date(from!)))
    .$if(until !== undefined, (query) => query.where('at', '<', new Date(until!)))
    .$if(actor !== undefined, (query) => query.where(isId(actor!) ? 'actor' : 'actor_name', '=', actor!))
    .$if(name !== undefined, (query) => query.where('name', '=', name!))
    .$if(subject !== undefined, (query) => query.where('subject', '=', subject!))
    .$if(area !== undefined, (query) => query.where(sql<boolean>`area >= ${area} and area < ${area} || U&'\\FFFF'`))
    .$if(after !== undefined, (query) => query.where(sql<boolean>`(at, id) < (${after?.[0]}::timestamptz, ${after?.[1]}::uuid)`))
    .orderBy('at', 'desc').orderBy('id', 'desc').limit(most).execute()
}

export const listSeals = (ctx: Ctx) =>
  ctx.db.selectFrom('journal_seal').leftJoin('area', 'area.path', 'journal_seal.area')
    .select(({ fn }) => ['subdistrict', 'area.name', fn.countAll<number>().as('batches'), sql<number>`sum(cardinality(ids))::integer`.as('sealed'), fn.max('at').as('last_at')])
    .groupBy(['subdistrict', 'area.name']).orderBy('subdistrict').execute()
