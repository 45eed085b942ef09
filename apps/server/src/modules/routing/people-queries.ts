import { sql } from 'kysely'
import type { Ctx } from '../../kernel/ctx.ts'

export interface Handling { id: string, kind: string, area: string }

/** Who handles for a unit now: its own people; for a community who may handle there. */
export const listHandlers = (ctx: Ctx, { id, kind, area }: Handling, { person, most }: { person?: string, most: number }): Promise<{ id: string, name: string }[]> =>
  ctx.db.selectFrom('account').select(['account.id', 'account.name']).where('account.is_enabled', '=', true)
    .$if(person !== undefined, (query) => query.where('account.id', '=', person!))
    .where(sql<boolean>`exists (select from post join role on role.code = post.role where post.account = account.id and role.permissions @> array['event.handle']
      and post.valid_from <= ${ctx.now} and (post.valid_until is null or post.valid_until > ${ctx.now})
      and (account.unit = ${id} or (${kind === 'community'} and account.side = 'staff' and post.area ^@ ${area})))`)
    .orderBy('account.name').orderBy('account.id').limit(most).execute()
