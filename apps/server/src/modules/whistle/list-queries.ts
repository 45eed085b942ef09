import type { Input } from '@linli/contract'
import { sql } from 'kysely'
import { tenantOf } from '../../kernel/actor.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { commonArea } from '../../kernel/db.ts'
import type { Counted } from './figures-rules.ts'
import type { WhistleRow } from './queries.ts'

type Filters = Omit<Input<'whistle', 'list'>, 'after' | 'limit' | 'isMine'>
/** What waits for somebody: of their unit, of the community they work in, or of who ended it. */
export interface Waits { isUnit: boolean, isCommunity: boolean, isBlower: boolean }

export const list = (ctx: Ctx, filters: Filters, waits: Waits | undefined, after: (string | number)[] | undefined, limit: number): Promise<WhistleRow[]> => {
  const subdistrict = tenantOf(filters.area ?? commonArea(ctx.actor.posts.map((post) => post.area)))
  // A unit's own are found by it, and not among everybody's.
  const ofUnit = filters.unit ?? (ctx.actor.side === 'unit' ? ctx.actor.unit! : undefined)
  return ctx.db.selectFrom('whistle').selectAll()
    .$if(subdistrict > 0, (q) => q.where('subdistrict', '=', subdistrict))
    .$if(ofUnit !== undefined, (q) => q.where('id', 'in', ctx.db.selectFrom('whistle_call').select('whistle_call.whistle').where('whistle_call.unit', '=', ofUnit!).where('whistle_call.status', '!=', 'released')))
    .$if(filters.event !== undefined, (q) => q.where('event', '=', filters.event!))
    .$if(filters.status !== undefined && filters.status.length > 0, (q) => q.where('status', 'in', filters.status!))
    .$if(filters.kind !== undefined, (q) => q.where('kind', '=', filters.kind!))
    .$if(filters.area !== undefined, (q) => q.where(sql<boolean>`area >= ${filters.area} and area < ${filters.area} || U&'\\FFFF'`))
    .$if(filters.from !== undefined, (q) => q.where('blown_at', '>=', new Date(filters.from!)))
    .$if(filters.until !== undefined, (q) => q.where('blown_at', '<', new Date(filters.until!)))
    .$if(filters.isLate !== undefined, (q) => q.where(sql<boolean>`status <> 'withdrawn' and exists (${part} and (late_minutes > 0 or status = 'absent' or status in ('called', 'answered') and arrive_by < ${ctx.now})) = ${filters.isLate}`))
    .$if(waits !== undefined, (q) => q.where(sql<boolean>`(${waiting(ctx, waits!)})`))
    .$if(after !== undefined, (q) => q.where(sql<boolean>`(blown_at, id) < (${after?.[0]}::timestamptz, ${after?.[1]}::uuid)`))
    .orderBy('blown_at', 'desc').orderBy('id', 'desc').limit(limit).execute()
}

const part = sql`select from whistle_call as part where part.subdistrict = whistle.subdistrict and part.whistle = whistle.id`

function waiting(ctx: Ctx, { isUnit, isCommunity, isBlower }: Waits) {
  const open = sql`whistle.status = 'blown' and exists (${part} and part.status in ('called', 'answered', 'arrived')`
  if (isUnit) return sql`${open} and part.unit = ${ctx.actor.unit})`
  return sql`${isBlower} and whistle.status = 'ended' or ${isCommunity} and ${open} and part.unit_kind = 'community')`
}

export interface Period { from: Date, until: Date }

/** A unit is shown its own figures alone. */
export const count = (ctx: Ctx, { from, until }: Period, most: number): Promise<Counted[]> => {
  const subdistrict = tenantOf(commonArea(ctx.actor.posts.map((post) => post.area)))
  const isDue = (at: 'answered_at' | 'arrived_at', by: 'answer_by' | 'arrive_by') => sql`(${sql.ref(`part.${at}`)} is not null or ${sql.ref(`part.${by}`)} < ${ctx.now} or whistle.status in ('ended', 'rated'))`
  const tally = (condition: ReturnType<typeof sql>) => sql<number>`count(*) filter (where ${condition})`
  return ctx.db.selectFrom('whistle_call as part').innerJoin('whistle', (join) => join.onRef('whistle.subdistrict', '=', 'part.subdistrict').onRef('whistle.id', '=', 'part.whistle'))
    .where('part.called_at', '>=', from).where('part.called_at', '<', until).where('part.status', '!=', 'released').where('whistle.status', '!=', 'withdrawn')
    .$if(subdistrict > 0, (q) => q.where('part.subdistrict', '=', subdistrict))
    .$if(ctx.actor.side === 'unit', (q) => q.where('part.unit', '=', ctx.actor.unit!))
    .groupBy('part.unit')
    .select([
      'part.unit', sql<string>`max(part.unit_name)`.as('unit_name'), sql<number>`count(*)`.as('called'), sql<number>`count(answered_at)`.as('answered'),
      tally(isDue('answered_at', 'answer_by')).as('answer_due'), tally(sql`not is_answer_late`).as('answer_in_time'),
      sql<number>`count(arrived_at)`.as('arrived'), tally(isDue('arrived_at', 'arrive_by')).as('arrive_due'), tally(sql`late_minutes = 0`).as('arrive_in_time'),
      tally(sql`arrived_at is not null and (no_position is not null or not is_near)`).as('off_spot'), sql<number>`count(fed_back_at)`.as('fed_back'),
      sql<number>`count(rated_at)`.as('rated'), tally(sql`is_solved`).as('solved'), sql<number | null>`avg((arrival_score + cooperation_score) / 2.0)::float`.as('score'),
    ])
    .orderBy('called', 'desc').orderBy('part.unit').limit(most).execute()
}
