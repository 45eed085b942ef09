import { sql, type Insertable, type Selectable } from 'kysely'
import type { Ctx } from '../../kernel/ctx.ts'
import type { PersonMerge } from '../../kernel/schema.gen.ts'

export type MergeRow = Selectable<PersonMerge>
export interface Home { isThere: boolean, area: string, address: string | null }

export const insert = (ctx: Ctx, row: Insertable<PersonMerge>) => ctx.db.insertInto('person_merge').values(row).execute()
export const lock = (ctx: Ctx, id: string): Promise<MergeRow | undefined> => ctx.db.selectFrom('person_merge').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
export const undo = (ctx: Ctx, { subdistrict, id }: MergeRow) => ctx.db.updateTable('person_merge').set({ undone_at: ctx.now, undone_by_name: ctx.actor.name }).where('subdistrict', '=', subdistrict).where('id', '=', id).execute()

/** Everything that points at one of them points at the other, what the person asking may not see as well: see the migration. Nothing where they may not. */
export const move = async (ctx: Ctx, subdistrict: number, source: string, target: string, day: string) =>
  (await sql<{ moved: { home: Home | null } | null }>`select move_references(${subdistrict}, ${source}, ${target}, ${day}::date) as moved`.execute(ctx.db)).rows[0]?.moved

export const moveBack = async (ctx: Ctx, { subdistrict, dropped, kept, moved }: MergeRow) =>
  (await sql<{ homes: { source: Home | null, target: Home | null } | null }>`select return_references(${subdistrict}, ${dropped}, ${kept}, ${JSON.stringify(moved)}::jsonb) as homes`.execute(ctx.db)).rows[0]?.homes
