import { sql } from 'kysely'
import type { Ctx } from '../../kernel/ctx.ts'
import type { Door } from './rules.ts'

export type After = (string | number)[] | undefined
/** An event, as far as is needed to say whether it is meant. */
export interface Spot { id: string, area: string, place: string, reported_at: Date }

const newest = (ctx: Ctx, subdistrict: number, after: After, limit: number) =>
  ctx.db.selectFrom('event').select(['id', 'area', 'place', 'reported_at']).where('subdistrict', '=', subdistrict).where('status', '!=', 'draft')
    .$if(after !== undefined, (query) => query.where(sql<boolean>`(reported_at, id) < (${after?.[0]}::timestamptz, ${after?.[1]}::uuid)`))
    .orderBy('reported_at', 'desc').orderBy('id', 'desc').limit(limit)

export const listAt = (ctx: Ctx, subdistrict: number, area: string, after: After, limit: number): Promise<Spot[]> => newest(ctx, subdistrict, after, limit).where('area', '=', area).execute()
/** Under a number that belongs to one of these people. */
export const listReported = (ctx: Ctx, subdistrict: number, numbers: Buffer[], after: After, limit: number): Promise<Spot[]> => newest(ctx, subdistrict, after, limit).where('reporter_index', 'in', numbers).execute()

/** A door in its building. */
export interface Home extends Door { area: string }

const doors = (ctx: Ctx, subdistrict: number) => ctx.db.selectFrom('housing').where('housing.subdistrict', '=', subdistrict).select((is) => [
  'housing.area', 'housing.entrance', 'housing.room', 'housing.part',
  is.not(is.exists(is.selectFrom('housing as other').select(sql`1`.as('one')).whereRef('other.subdistrict', '=', 'housing.subdistrict').whereRef('other.area', '=', 'housing.area').whereRef('other.room', '=', 'housing.room')
    .whereRef('other.entrance', '!=', 'housing.entrance').where('other.ended_on', 'is', null))).$castTo<boolean>().as('isOnlyRoom'),
])

export const listDoors = (ctx: Ctx, subdistrict: number, ids: readonly string[]): Promise<Home[]> => (ids.length === 0 ? Promise.resolve([]) : doors(ctx, subdistrict).where('housing.id', 'in', ids).execute())
/** Where somebody lives now. */
export const listHomes = (ctx: Ctx, subdistrict: number, person: string): Promise<Home[]> =>
  doors(ctx, subdistrict).where('housing.id', 'in', (is) => is.selectFrom('residency').select('residency.housing').where('residency.subdistrict', '=', subdistrict).where('residency.person', '=', person).where('residency.until', 'is', null).$castTo<{ housing: string }>()).execute()

/** In which sub-district a household is, and behind which door. */
export const findHousehold = (ctx: Ctx, id: string): Promise<{ subdistrict: number, housing: string | null } | undefined> => ctx.db.selectFrom('household').select(['subdistrict', 'housing']).where('id', '=', id).executeTakeFirst()

/** The numbers of who is in a household now, as their blind indexes. */
export const listNumbers = async (ctx: Ctx, subdistrict: number, household: string): Promise<Buffer[]> =>
  (await ctx.db.selectFrom('residency').innerJoin('person', (join) => join.onRef('person.subdistrict', '=', 'residency.subdistrict').onRef('person.id', '=', 'residency.person'))
    .select('person.phone_index').where('residency.subdistrict', '=', subdistrict).where('residency.household', '=', household).where('residency.until', 'is', null).execute()).flatMap(({ phone_index: index }) => index ?? [])
