import { sql, type RawBuilder } from 'kysely'
import type { RiskKind } from '@linli/contract'
import type { Db } from '../../kernel/db.ts'

/** When something was last reported at each subject that an event can meet, since a moment. */
export const lastEvents = async (db: Db, subdistrict: number, { join, subject }: { join: RawBuilder<unknown>, subject: RawBuilder<unknown> }, { since, until, matters }: { since: Date, until: Date, matters: readonly string[] }): Promise<Map<string, Date>> => {
  const { rows } = await sql<{ subject: string, at: Date }>`select ${subject} as subject, max(e.reported_at) as at from event e ${join} where e.subdistrict = ${subdistrict} and e.reported_at > ${since} and e.reported_at <= ${until} and e.status not in ('draft', 'cancelled')
    ${matters.length > 0 ? sql`and e.matter = any (${matters}::text[])` : sql``} group by ${subject}`.execute(db)
  return new Map(rows.map((row) => [row.subject, row.at]))
}

/** Who was marked a false alarm since. */
export const mistaken = async (db: Db, subdistrict: number, kind: RiskKind, since: Date): Promise<Set<string>> =>
  new Set((await db.selectFrom('risk_warning').select('subject').where('subdistrict', '=', subdistrict).where('kind', '=', kind).where('state', '=', 'mistaken').where('raised_at', '>', since).execute()).map(({ subject }) => subject))
