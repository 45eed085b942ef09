import { tenantOf } from '../../kernel/actor.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { calendarFor } from '../calendar/index.ts'
import * as queries from './queries.ts'
import * as rules from './rules.ts'
import type { Stretch } from './rules.ts'

/** Who is at the desk of an area now, and when somebody comes next; may be asked by anybody, residents too. */
export async function deskStanding(ctx: Ctx, area: string): Promise<{ here: Stretch | undefined, next: Stretch | undefined }> {
  const subdistrict = tenantOf(area)
  const areas = rules.desksOf(area)
  const [first, last] = rules.firstLast(ctx.now)
  const desks = await queries.listDesks(ctx, subdistrict, areas, { first, last })
  const all = rules.stretches(desks, await calendarFor(ctx, subdistrict), ctx.now)
  return { here: rules.there(all, ctx.now, areas), next: rules.comingAfter(all, ctx.now) }
}

export interface OnDutyNow {
  /** Whether somebody is there; named only where a roster is kept. */
  isStaffed: boolean
  people: { id: string, name: string }[]
  /** Whose desk answers: the community's or its sub-district's. */
  area: string | null
  until: Date | null
}

/** Who answers residents of an area at this moment. */
export async function onDutyNow(ctx: Ctx, area: string): Promise<OnDutyNow> {
  const { here } = await deskStanding(ctx, area)
  return { isStaffed: here !== undefined, people: here?.people.map(({ id, name }) => ({ id, name })) ?? [], area: here?.area ?? null, until: here?.until ?? null }
}

/** When somebody is there again; null where somebody is there now, and where nobody comes within a fortnight. */
export async function opensAt(ctx: Ctx, area: string): Promise<Date | null> {
  const { here, next } = await deskStanding(ctx, area)
  return here ? null : next?.from ?? null
}
