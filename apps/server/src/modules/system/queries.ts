import { sql } from 'kysely'
import type { Ctx } from '../../kernel/ctx.ts'

export async function databaseVersion(ctx: Ctx): Promise<string> {
  const { rows: [row] } = await sql<{ version: string }>`select current_setting('server_version') as version`.execute(ctx.db)
  return `PostgreSQL ${row!.version.split(' ')[0]}`
}

/** Takes out photos nobody used; answers which. */
export async function forgetPhotos(ctx: Ctx, before: Date, most: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select id from photo_forget(${before}, ${most}) as id`.execute(ctx.db)
  return rows.map(({ id }) => id)
}
