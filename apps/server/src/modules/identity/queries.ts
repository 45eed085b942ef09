import { sql } from 'kysely'
import type { Selectable, Updateable } from 'kysely'
import type { Actor } from '../../kernel/actor.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import type { Account, Session } from '../../kernel/schema.gen.ts'
import { hashToken } from '../../kernel/session-cookie.ts'

export type AccountRow = Omit<Selectable<Account>, 'side'> & { side: 'staff' | 'unit' | 'resident' }

const accounts = (ctx: Ctx) => ctx.db.selectFrom('account').selectAll().$castTo<AccountRow>()

export const find = (ctx: Ctx, id: string) => accounts(ctx).where('id', '=', id).executeTakeFirst()
export const lock = (ctx: Ctx, id: string) => accounts(ctx).where('id', '=', id).forUpdate().executeTakeFirst()
export const lockByName = (ctx: Ctx, signInName: string) => accounts(ctx).where('sign_in_name', '=', signInName).forUpdate().executeTakeFirst()
export const lockByOidc = (ctx: Ctx, subject: string) => accounts(ctx).where('oidc', '=', subject).forUpdate().executeTakeFirst()
export const lockByWeChat = (ctx: Ctx, openId: string) => accounts(ctx).where('wechat', '=', openId).forUpdate().executeTakeFirst()
export const lockResident = (ctx: Ctx, phoneIndex: Buffer) => accounts(ctx).where('side', '=', 'resident').where('phone_index', '=', phoneIndex).forUpdate().executeTakeFirst()

export const update = (ctx: Ctx, id: string, change: Updateable<Account>) => ctx.db.updateTable('account').set(change).where('id', '=', id).execute()

export interface NewResident { id: string, name: string, phone: Buffer, phone_index: Buffer, phone_masked: string }

export const insertResident = (ctx: Ctx, row: NewResident) =>
  ctx.db.insertInto('account').values({ ...row, side: 'resident', area: '', created_at: ctx.now }).execute()

export const unitName = async (ctx: Ctx, id: string) => (await ctx.db.selectFrom('unit').select('name').where('id', '=', id).executeTakeFirst())?.name

/** The actor a token stands for, as the next request will see them. */
export async function whoIs(ctx: Ctx, token: string): Promise<Actor> {
  const { rows } = await sql<{ who: Actor }>`select who_is(${hashToken(token)}, ${ctx.now}) as who`.execute(ctx.db)
  return rows[0]!.who
}

export const insertSession = (ctx: Ctx, row: Selectable<Session>) => ctx.db.insertInto('session').values(row).execute()

export const liveSessions = (ctx: Ctx, account: string) =>
  ctx.db.selectFrom('session').select(['id', 'device', 'address', 'since', 'last_seen']).where('account', '=', account)
    .where('until', '>', ctx.now).where(sql<boolean>`last_seen + make_interval(secs => idle_seconds) > ${ctx.now}`).orderBy('last_seen', 'desc').execute()

export const endSession = async (ctx: Ctx, account: string, id: string) =>
  (await ctx.db.updateTable('session').set({ until: ctx.now }).where('id', '=', id).where('account', '=', account).where('until', '>', ctx.now).returning('id').executeTakeFirst())?.id

/** Ends all sessions of an account but one. */
export const endSessions = (ctx: Ctx, account: string, but: string | null = null) => sql`select end_sessions(${account}, ${but}, ${ctx.now})`.execute(ctx.db)

/** One at a time for each phone number, until the transaction ends. */
export const holdPhone = (ctx: Ctx, phoneIndex: Buffer) => sql`select pg_advisory_xact_lock(${phoneIndex.readInt32BE(0)}, ${phoneIndex.readInt32BE(4)})`.execute(ctx.db)

export const codesSince = async (ctx: Ctx, phoneIndex: Buffer, since: Date) =>
  (await ctx.db.selectFrom('phone_code').select('sent_at').where('phone_index', '=', phoneIndex).where('sent_at', '>', since).orderBy('sent_at', 'desc').execute()).map((row) => row.sent_at)

export const insertCode = (ctx: Ctx, row: { phone_index: Buffer, code: Buffer, sent_at: Date, until: Date }) => ctx.db.insertInto('phone_code').values(row).execute()

export const newestCode = (ctx: Ctx, phoneIndex: Buffer) =>
  ctx.db.selectFrom('phone_code').selectAll().where('phone_index', '=', phoneIndex).orderBy('sent_at', 'desc').limit(1).executeTakeFirst()

export const updateCode = (ctx: Ctx, phoneIndex: Buffer, sentAt: Date, change: { tries?: number, used?: boolean }) =>
  ctx.db.updateTable('phone_code').set(change).where('phone_index', '=', phoneIndex).where('sent_at', '=', sentAt).execute()
