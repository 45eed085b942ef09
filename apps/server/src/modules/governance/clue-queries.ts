import { sql } from 'kysely'
import type { Ctx } from '../../kernel/ctx.ts'

const most = 100

/** Events that at least two others were merged into; the newest of them, and the event itself. */
export async function mergedGroups(ctx: Ctx, { area, subdistrict }: { area: string | undefined, subdistrict: number }, { from, until }: { from: Date, until: Date }) {
  return (await sql<{ area: string, area_name: string, place: string, matter: string, matter_name: string, spot: string, count: number, last_at: Date, events: string[] }>`
    select whole.area, whole.area_name, whole.place, whole.matter, whole.matter_name, whole.spot, joined.count + 1 as count, greatest(joined.last_at, whole.reported_at) as last_at, whole.id || joined.events as events
    from (select e.merged_into, count(*)::integer as count, max(e.reported_at) as last_at, (array_agg(e.id order by e.reported_at desc))[:19] as events
      from event e where e.merged_into is not null and e.reported_at >= ${from} and e.reported_at < ${until} and e.status not in ('draft', 'cancelled')
        ${subdistrict > 0 ? sql`and e.subdistrict = ${subdistrict}` : sql``} ${area === undefined ? sql`` : sql`and e.area >= ${area} and e.area < ${area} || U&'\\FFFF'`}
      group by e.merged_into having count(*) >= 2) as joined
    join event whole on whole.id = joined.merged_into where whole.status <> 'cancelled'
    order by joined.count desc, last_at desc limit ${most}`.execute(ctx.db)).rows
}
