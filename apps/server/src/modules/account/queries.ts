import { sql, type Insertable, type Updateable } from 'kysely'
import type { Ctx } from '../../kernel/ctx.ts'
import type { Account, Deputy, Post } from '../../kernel/schema.gen.ts'

const columns = ['account.id', 'account.name', 'account.sign_in_name', 'account.phone_masked', 'account.side', 'account.area', 'account.unit', 'unit.name as unit_name', 'account.is_enabled',
  'account.locked_until', 'account.last_sign_in', 'account.password', 'account.password_history', 'account.oidc'] as const

const people = (ctx: Ctx) => ctx.db.selectFrom('account').leftJoin('unit', 'unit.id', 'account.unit').select([...columns, sql<boolean>`account.totp is not null`.as('has_totp')]).$narrowType<{ side: 'staff' | 'unit' | 'resident' }>()

export type PersonRow = NonNullable<Awaited<ReturnType<typeof find>>>

export const find = (ctx: Ctx, id: string) => people(ctx).where('account.id', '=', id).executeTakeFirst()
export const lock = (ctx: Ctx, id: string) => people(ctx).where('account.id', '=', id).forUpdate('account').executeTakeFirst()

const chinese = sql`collate "zh-x-icu"`

export interface Filter { text?: string, phoneIndex: Buffer | undefined, area?: string, role?: string, isEnabled?: boolean, after: (string | number)[] | undefined, limit: number }

/** By name, as a Chinese dictionary orders them. */
export function list(ctx: Ctx, { text, phoneIndex, area, role, isEnabled, after, limit }: Filter) {
  let query = people(ctx)
  if (phoneIndex) query = query.where('phone_index', '=', phoneIndex)
  else if (text) query = query.where(sql<boolean>`account.id in (select account_find(${text}))`)
  if (area) query = query.where(sql<boolean>`account.area >= ${area} and account.area < ${area} || U&'\\FFFF'`)
  if (role) query = query.where((where) => where.exists(where.selectFrom('post').select('post.id').whereRef('post.account', '=', 'account.id').where('post.role', '=', role).where(isHeld(ctx))))
  if (isEnabled !== undefined) query = query.where('is_enabled', '=', isEnabled)
  if (after) query = query.where(sql<boolean>`(account.name ${chinese}, account.id) > (${after[0]} ${chinese}, ${after[1]}::uuid)`)
  return query.orderBy(sql`account.name ${chinese}`).orderBy('account.id').limit(limit).execute()
}

/** Made, or undefined where the sign-in name is somebody's, here or elsewhere. */
export const insert = (ctx: Ctx, row: Insertable<Account>) =>
  ctx.db.insertInto('account').values(row).onConflict((conflict) => conflict.column('sign_in_name').doNothing()).returning('id').executeTakeFirst()

export const update = (ctx: Ctx, id: string, change: Updateable<Account>) => ctx.db.updateTable('account').set(change).where('id', '=', id).execute()

/** Held now, or later. */
const isHeld = ({ now }: Ctx) => sql<boolean>`(post.valid_until is null or post.valid_until > ${now})`

const posts = (ctx: Ctx) => ctx.db.selectFrom('post').innerJoin('role', 'role.code', 'post.role').where(isHeld(ctx))
  .select(['post.id', 'post.account', 'post.role', 'role.name as role_name', 'post.area', 'post.valid_from', 'post.valid_until'])

export type PostRow = Awaited<ReturnType<typeof postsOf>>[number]

export const postsOf = (ctx: Ctx, accounts: string[]) => posts(ctx).where('post.account', 'in', accounts).orderBy('post.valid_from').orderBy('post.id').execute()
export const findPost = (ctx: Ctx, account: string, id: string) => posts(ctx).where('post.account', '=', account).where('post.id', '=', id).executeTakeFirst()
export const insertPost = (ctx: Ctx, row: Insertable<Post>) => ctx.db.insertInto('post').values(row).execute()

/** Ends now; what had not begun yet never will. */
export const endPost = (ctx: Ctx, id: string) => ctx.db.updateTable('post').set({ valid_until: sql`greatest(valid_from, ${ctx.now})` }).where('id', '=', id).execute()

export const listRoles = (ctx: Ctx) => ctx.db.selectFrom('role').selectAll().execute()
export const findRole = (ctx: Ctx, code: string) => ctx.db.selectFrom('role').selectAll().where('code', '=', code).executeTakeFirst()
export const lockRole = (ctx: Ctx, code: string) => ctx.db.selectFrom('role').selectAll().where('code', '=', code).forUpdate().executeTakeFirst()
export const updateRole = (ctx: Ctx, code: string, permissions: string[]) => ctx.db.updateTable('role').set({ permissions }).where('code', '=', code).execute()
export const holdersOf = async (ctx: Ctx, role: string) =>
  (await ctx.db.selectFrom('post').select('account').distinct().where('role', '=', role).where(isHeld(ctx)).execute()).map(({ account }) => account)

const deputies = (ctx: Ctx) => ctx.db.selectFrom('deputy').innerJoin('account as absent', 'absent.id', 'deputy.absent').innerJoin('account as stands', 'stands.id', 'deputy.deputy')
  .where('deputy.valid_until', '>', ctx.now)
  .select(['deputy.id', 'deputy.absent', 'absent.name as absent_name', 'absent.area', 'deputy.deputy', 'stands.name as deputy_name', 'deputy.valid_from', 'deputy.valid_until'])

export type DeputyRow = NonNullable<Awaited<ReturnType<typeof findDeputy>>>

export const listDeputies = (ctx: Ctx) => deputies(ctx).orderBy('deputy.valid_from').orderBy('deputy.id').execute()
export const findDeputy = (ctx: Ctx, id: string) => deputies(ctx).where('deputy.id', '=', id).executeTakeFirst()
export const insertDeputy = (ctx: Ctx, row: Insertable<Deputy>) => ctx.db.insertInto('deputy').values(row).execute()
export const endDeputy = (ctx: Ctx, id: string) => ctx.db.updateTable('deputy').set({ valid_until: sql`greatest(valid_from, ${ctx.now})` }).where('id', '=', id).execute()

/** Does somebody also work beyond the area of who asks? */
export const worksBeyond = async (ctx: Ctx, account: string) =>
  (await sql<{ beyond: boolean }>`select works_beyond(${account}, ${ctx.now}) as beyond`.execute(ctx.db)).rows[0]!.beyond

/**
 * What these people and their deputies may do in all, each with what they hold as somebody's deputy, now or later.
 * One at a time: two changes that look at each other's people would both find them apart.
 */
export async function permissionsTogether(ctx: Ctx, accounts: string[]) {
  await sql`select pg_advisory_xact_lock(7211002)`.execute(ctx.db)
  return (await sql<{ person: string, permissions: string[] }>`select * from permissions_together(${accounts}::uuid[], ${ctx.now})`.execute(ctx.db)).rows
}

export interface ResidentRow { id: string, name: string, phone_masked: string, is_enabled: boolean, last_sign_in: Date | null, created_at: Date }

/** By the index of the whole phone number or by the account, where the resident has to do with the area of who asks. */
export const findResident = async (ctx: Ctx, { phone, id }: { phone?: Buffer, id?: string }) =>
  (await sql<ResidentRow>`select * from resident_find(${phone ?? null}, ${id ?? null})`.execute(ctx.db)).rows[0]

/** False where it was so already. */
export const enableResident = async (ctx: Ctx, id: string, isEnabled: boolean) =>
  (await sql<{ is_changed: boolean }>`select resident_enable(${id}, ${isEnabled}, ${ctx.now}) as is_changed`.execute(ctx.db)).rows[0]!.is_changed
