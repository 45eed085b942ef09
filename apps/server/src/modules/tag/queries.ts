import { sql, type Insertable, type Selectable } from 'kysely'
import type { Ctx } from '../../kernel/ctx.ts'
import type { Tag } from '../../kernel/schema.gen.ts'

export type TagRow = Selectable<Tag>

/** Those that hold in an area: its own, and those of what is above it; `within` also those of what is in it. */
export const list = (ctx: Ctx, subdistrict: number, area: string, { within }: { within: boolean }): Promise<TagRow[]> =>
  ctx.db.selectFrom('tag').selectAll().where('subdistrict', '=', subdistrict).where(within ? sql<boolean>`(starts_with(${area}, area) or starts_with(area, ${area}))` : sql<boolean>`starts_with(${area}, area)`)
    .orderBy('area').orderBy(sql`name collate "zh-x-icu"`).limit(500).execute()
export const insert = (ctx: Ctx, row: Insertable<Tag>): Promise<TagRow> => ctx.db.insertInto('tag').values(row).returningAll().executeTakeFirstOrThrow()
export const end = (ctx: Ctx, { subdistrict, area, name }: Pick<TagRow, 'subdistrict' | 'area' | 'name'>, day: string | null): Promise<TagRow | undefined> =>
  ctx.db.updateTable('tag').set({ ended_on: day }).where('subdistrict', '=', subdistrict).where('area', '=', area).where('name', '=', name).returningAll().executeTakeFirst()
