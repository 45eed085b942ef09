import { sql, type Selectable } from 'kysely'
import type { Ctx } from '../../kernel/ctx.ts'
import type { Person, Twin } from '../../kernel/schema.gen.ts'

export type TwinRow = Selectable<Twin>
export type Side = Pick<Selectable<Person>, 'id' | 'name' | 'sex' | 'birth' | 'number_masked' | 'phone_masked' | 'standing' | 'area' | 'address'>
export interface PairRow extends TwinRow { first: Side, second: Side, merge: string | null }

const columns = ['id', 'name', 'sex', 'birth', 'number_masked', 'phone_masked', 'standing', 'area', 'address'] as const
const side = (alias: string) => sql<Side>`jsonb_build_object(${sql.join(columns.flatMap((column) => [sql.lit(column), sql.ref(`${alias}.${column}`)]))})`

/** The surest first, then the latest; both of whom the person asking may see. */
export function list(ctx: Ctx, { status, area, id }: { status?: string, area?: string | undefined, id?: string }, { after, limit }: { after: (string | number)[] | undefined, limit: number }): Promise<PairRow[]> {
  return ctx.db.selectFrom('twin').innerJoin('person as p', (join) => join.onRef('p.subdistrict', '=', 'twin.subdistrict').onRef('p.id', '=', 'twin.one')).innerJoin('person as q', (join) => join.onRef('q.subdistrict', '=', 'twin.subdistrict').onRef('q.id', '=', 'twin.other'))
    .selectAll('twin').select([side('p').as('first'), side('q').as('second')])
    .select((is) => is.selectFrom('person_merge').select('person_merge.id').whereRef('person_merge.subdistrict', '=', 'twin.subdistrict').where('undone_at', 'is', null)
      .where(sql<boolean>`(kept, dropped) in ((twin.one, twin.other), (twin.other, twin.one))`).as('merge'))
    .$if(status !== undefined, (one) => one.where('twin.status', '=', status!)).$if(id !== undefined, (one) => one.where('twin.id', '=', id!))
    .$if(area !== undefined, (one) => one.where('twin.area', '>=', area!).where(sql<boolean>`twin.area < ${area} || U&'\\FFFF'`))
    .$if(after !== undefined, (one) => one.where(sql<boolean>`(twin.score, twin.id) < (${after?.[0]}::smallint, ${after?.[1]}::uuid)`))
    .orderBy('twin.score', 'desc').orderBy('twin.id', 'desc').limit(limit).execute()
}

export const lock = (ctx: Ctx, id: string): Promise<TwinRow | undefined> => ctx.db.selectFrom('twin').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()

export const findPair = (ctx: Ctx, subdistrict: number, one: string, other: string): Promise<TwinRow | undefined> =>
  ctx.db.selectFrom('twin').selectAll().where('subdistrict', '=', subdistrict).where('one', '=', one < other ? one : other).where('other', '=', one < other ? other : one).executeTakeFirst()

export const decide = (ctx: Ctx, { subdistrict, id }: Pick<TwinRow, 'subdistrict' | 'id'>, status: 'open' | 'different') =>
  ctx.db.updateTable('twin').set(status === 'open' ? { status, decided_by_name: null, decided_at: null } : { status, decided_by_name: ctx.actor.name, decided_at: ctx.now }).where('subdistrict', '=', subdistrict).where('id', '=', id).execute()
