import { sql } from 'kysely'
import type { Ctx } from '../../kernel/ctx.ts'

export const find = (ctx: Ctx, area: string, month: string) =>
  ctx.db.selectFrom('frozen_month').select(['subdistrict', 'area', 'month', 'figures', 'frozen_at', 'frozen_by']).where('area', '=', area).where('month', '=', month).executeTakeFirst()

export const insert = (ctx: Ctx, row: { subdistrict: number, area: string, month: string, figures: unknown, frozen_by: string }) =>
  ctx.db.insertInto('frozen_month').values({ ...row, figures: JSON.stringify(row.figures), frozen_at: ctx.now }).execute()

/** Newest month first; of an area and what lies in it. */
export const list = (ctx: Ctx, area: string | undefined, after: (string | number)[] | undefined, limit: number) =>
  ctx.db.selectFrom('frozen_month').leftJoin('area', 'area.path', 'frozen_month.area').select(['frozen_month.area', 'month', 'frozen_at', 'frozen_by', 'area.name'])
    .$if(area !== undefined, (query) => query.where(sql<boolean>`frozen_month.area >= ${area} and frozen_month.area < ${area} || U&'\\FFFF'`))
    .$if(after !== undefined, (query) => query.where(sql<boolean>`(-(month - date '2000-01-01'), frozen_month.area) > (-(${after?.[0]}::date - date '2000-01-01'), ${after?.[1]})`))
    .orderBy('month', 'desc').orderBy('frozen_month.area').limit(limit).execute()

/** The sub-district and its communities that stand today. */
export const listPlaces = (ctx: Ctx, office: string, today: string) =>
  ctx.db.selectFrom('area').select(['path', 'kind']).where('kind', 'in', ['subdistrict', 'community']).where(sql<boolean>`path >= ${office} and path < ${office} || U&'\\FFFF'`)
    .where((is) => is.or([is('valid_until', 'is', null), is('valid_until', '>', today)])).orderBy('path').execute()
