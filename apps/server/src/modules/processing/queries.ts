import type { Insertable } from 'kysely'
import type { Ctx } from '../../kernel/ctx.ts'
import type { Processing } from '../../kernel/schema.gen.ts'
import type { OwnField, Version } from './rules.ts'

/** The office's own, and what was changed for the whole installation (sub-district 0). */
const versions = (ctx: Ctx, subdistrict: number) => ctx.db.selectFrom('processing').selectAll().where('subdistrict', 'in', [subdistrict, 0])

/** The newest of each item that was changed; the office's own before the installation's. */
export const listNewest = (ctx: Ctx, subdistrict: number): Promise<(Version & { item: string })[]> => versions(ctx, subdistrict).distinctOn('item').orderBy('item').orderBy('subdistrict', 'desc').orderBy('version', 'desc').execute()

/** The newest first, the office's own before the installation's. */
export const listVersions = (ctx: Ctx, subdistrict: number, item: string): Promise<Version[]> => versions(ctx, subdistrict).where('item', '=', item).orderBy('subdistrict', 'desc').orderBy('version', 'desc').limit(200).execute()

export const insert = (ctx: Ctx, row: Insertable<Processing>) => ctx.db.insertInto('processing').values(row).execute()

export const listOwnFields = (ctx: Ctx, subdistrict: number) =>
  ctx.db.selectFrom('own_field').select(['kind', 'name', 'label', 'purpose', 'is_sensitive']).where('subdistrict', '=', subdistrict).where('kind', 'in', ['person', 'housing']).orderBy('sort').orderBy('name').limit(500).$castTo<OwnField>().execute()
