import { sql } from 'kysely'
import type { Ctx } from '../../kernel/ctx.ts'

export interface Alike { id: string, subdistrict: number, matter_name: string, area_name: string, status: string, reported_at: Date, metres: number }

/** As the database tells residents: see the migration. */
export const listAlikeForResidents = async (ctx: Ctx, { matter, lng, lat, metres, since }: Near): Promise<Alike[]> =>
  (await sql<Alike>`select * from event_alike(${matter}, ${lng}, ${lat}, ${metres}, ${since}, 5)`.execute(ctx.db)).rows

export interface Near { matter: string, lng: number, lat: number, metres: number, since: Date }

/** Open events of the matter in a square around the point that holds the circle; who asks measures. */
export const listNear = (ctx: Ctx, subdistrict: number, { matter, lng, lat, metres, since }: Near) =>
  ctx.db.selectFrom('event').select(['id', 'number', 'title', 'status', 'matter_name', 'area_name', 'place', 'reported_at', 'lng', 'lat'])
    .where('subdistrict', '=', subdistrict).where('matter', '=', matter).where('reported_at', '>=', since).where('merged_into', 'is', null).where('part_of', 'is', null)
    .where('status', 'not in', ['draft', 'closed', 'cancelled', 'merged', 'selfHandled'])
    .where('lng', '>=', lng - metres / 90_000).where('lng', '<=', lng + metres / 90_000).where('lat', '>=', lat - metres / 110_000).where('lat', '<=', lat + metres / 110_000)
    .orderBy('reported_at', 'desc').limit(50).execute()
