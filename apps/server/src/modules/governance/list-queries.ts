import type { Input } from '@linli/contract'
import { dayOf } from '@linli/standards'
import { sql } from 'kysely'
import { tenantOf } from '../../kernel/actor.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { commonArea } from '../../kernel/db.ts'
import type { ItemRow } from './queries.ts'

export type Filters = Omit<Input<'governance', 'export'>, 'isMine' | 'matter'> & { matters?: string[] | undefined }
/** What waits for somebody: of their unit, of the community they work in, or of the office. */
export interface Waits { isUnit: boolean, isCommunity: boolean, isOffice: boolean }

export const list = (ctx: Ctx, filters: Filters, waits: Waits | undefined, after: (string | number)[] | undefined, limit: number): Promise<ItemRow[]> => {
  const subdistrict = tenantOf(filters.area ?? commonArea(ctx.actor.posts.map((post) => post.area)))
  const ofUnit = filters.unit ?? (ctx.actor.side === 'unit' ? ctx.actor.unit! : undefined)
  return ctx.db.selectFrom('governance').selectAll()
    .$if(subdistrict > 0, (q) => q.where('subdistrict', '=', subdistrict))
    .$if(ofUnit !== undefined, (q) => q.where('unit', '=', ofUnit!))
    .$if(filters.event !== undefined, (q) => q.where('id', 'in', ctx.db.selectFrom('governance_event').select('governance').where('event', '=', filters.event!).where('out_at', 'is', null)))
    .$if(filters.status !== undefined && filters.status.length > 0, (q) => q.where('status', 'in', filters.status!))
    .$if(filters.matters !== undefined, (q) => q.where('matter', 'in', filters.matters!))
    .$if(filters.area !== undefined, (q) => q.where(sql<boolean>`area >= ${filters.area} and area < ${filters.area} || U&'\\FFFF'`))
    .$if(filters.text !== undefined && filters.text !== '', (q) => q.where(sql<boolean>`(title || ' ' || place || ' ' || area_name) ilike ${`%${(filters.text ?? '').replace(/[\\%_]/g, '\\$&')}%`}`))
    .$if(filters.isLate !== undefined, (q) => q.where(sql<boolean>`(status in ('planned', 'underWay') and coalesce(target_on < ${dayOf(ctx.now)}::date, false)) = ${filters.isLate}`))
    .$if(filters.isBack !== undefined, (q) => q.where('is_back', '=', filters.isBack!))
    .$if(waits !== undefined, (q) => q.where(sql<boolean>`(${waiting(ctx, waits!)})`))
    .$if(after !== undefined, (q) => q.where(sql<boolean>`(founded_at, id) < (${after?.[0]}::timestamptz, ${after?.[1]}::uuid)`))
    .orderBy('founded_at', 'desc').orderBy('id', 'desc').limit(limit).execute()
}

function waiting(ctx: Ctx, { isUnit, isCommunity, isOffice }: Waits) {
  const toCarryOut = sql`status in ('planned', 'underWay')`
  if (isUnit) return sql`${toCarryOut} and unit = ${ctx.actor.unit}`
  return sql`${isOffice} and (status in ('founded', 'done') or status = 'watched' and (watch_until <= ${ctx.now} or is_back) or status = 'closed' and is_back) or ${isCommunity} and ${toCarryOut} and unit_kind = 'community'`
}
