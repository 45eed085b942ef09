import { areaAt, isAreaPath } from '@linli/standards'
import { sql } from 'kysely'
import type { Ctx } from '../../kernel/ctx.ts'

/** Who writes entries of an area now. */
export const listWriters = (ctx: Ctx, area: string, { person, most }: { person?: string, most: number }): Promise<{ id: string, name: string }[]> =>
  ctx.db.selectFrom('account').select(['account.id', 'account.name']).where('account.is_enabled', '=', true).where('account.side', '=', 'staff')
    .$if(person !== undefined, (query) => query.where('account.id', '=', person!))
    .where(sql<boolean>`exists (select from post join role on role.code = post.role where post.account = account.id and role.permissions @> array['knowledge.edit']
      and post.valid_from <= ${ctx.now} and (post.valid_until is null or post.valid_until > ${ctx.now}) and ${area} ^@ post.area)`)
    .orderBy('account.name').orderBy('account.id').limit(most).execute()

export const listRoles = (ctx: Ctx): Promise<{ code: string, name: string }[]> =>
  ctx.db.selectFrom('role').select(['code', 'name']).where(sql<boolean>`permissions @> array['knowledge.edit']`).where('side', '=', 'staff').orderBy('name').execute()

/** Whose work it is where nobody was named. */
export const keeperOf = (area: string): string => (isAreaPath(area) && areaAt(area, 'community') ? 'secretary' : 'shiftLeader')
