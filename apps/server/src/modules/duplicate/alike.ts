import type { Input, Output } from '@linli/contract'
import { distanceInMetres } from '@linli/standards'
import { tenantOf } from '../../kernel/actor.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { Problem } from '../../kernel/problem.ts'
import { officeRuleFor } from '../matter/index.ts'
import { locateArea } from '../organisation/index.ts'
import * as queries from './queries.ts'

/** What staff may merge it into, the nearest first. */
export async function similar(ctx: Ctx, { matter, point, except }: Input<'event', 'similar'>): Promise<Output<'event', 'similar'>> {
  const subdistrict = tenantOf((await locateArea(ctx, point)).path)
  const near = await around(ctx, subdistrict, { matter, point })
  const rows = (await queries.listNear(ctx, subdistrict, near)).filter(({ id }) => id !== except).map((row) => ({
    id: row.id, number: row.number, title: row.title, matter: row.matter_name, place: row.place || row.area_name, status: row.status as EventStatus, reportedAt: row.reported_at.toISOString(),
    metres: Math.round(distanceInMetres([point.lng, point.lat], [row.lng!, row.lat!])),
  }))
  return { rows: rows.filter(({ metres }) => metres <= near.metres).toSorted((a, b) => a.metres - b.metres).slice(0, 10) }
}

type EventStatus = Output<'event', 'similar'>['rows'][number]['status']

/** What residents may join instead of reporting the same once more. */
export async function similarMine(ctx: Ctx, { matter, point }: Input<'event', 'similarMine'>): Promise<Output<'event', 'similarMine'>> {
  const subdistrict = tenantOf((await locateArea(ctx, point)).path)
  const rows = await queries.listAlikeForResidents(ctx, await around(ctx, subdistrict, { matter, point }))
  return { rows: rows.map((row) => ({ id: row.id, matter: row.matter_name, place: row.area_name, status: row.status as EventStatus, reportedAt: row.reported_at.toISOString(), metres: Math.round(row.metres) })) }
}

interface Draft { subdistrict: number, matter: string, lng: number | null, lat: number | null }

/** @throws Problem event.cannot-merge where it is not one of those shown. */
export async function joinable(ctx: Ctx, { subdistrict, matter, lng, lat }: Draft, id: string): Promise<string> {
  const shown = lng === null || lat === null ? [] : await queries.listAlikeForResidents(ctx, await around(ctx, subdistrict, { matter, point: { lng, lat } }))
  if (!shown.some((row) => row.id === id && row.subdistrict === subdistrict)) throw new Problem('event.cannot-merge')
  return id
}

async function around(ctx: Ctx, subdistrict: number, { matter, point }: { matter: string, point: { lng: number, lat: number } }): Promise<queries.Near> {
  const { alikeMetres, alikeHours } = await officeRuleFor(ctx, subdistrict)
  return { matter, ...point, metres: alikeMetres, since: new Date(ctx.now.getTime() - alikeHours * 3600 * 1000) }
}
