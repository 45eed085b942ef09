import { intakeOutcome, intakeResult, type IntakeOutcome, type IntakeResult } from '@linli/contract'
import { dayOf } from '@linli/standards'
import type { About, Ctx, Held } from '../../kernel/ctx.ts'

const most = 100

/** Files in which somebody stood, as long as their rows are kept. */
export async function holds(ctx: Ctx, { subdistrict, person }: About): Promise<Held[]> {
  if (person === null) return []
  const rows = await ctx.db.selectFrom('intake_row_now as intake_row').innerJoin('intake_batch', (join) => join.onRef('intake_batch.subdistrict', '=', 'intake_row.subdistrict').onRef('intake_batch.id', '=', 'intake_row.batch').onRef('intake_batch.run', '=', 'intake_row.run'))
    .select(['intake_batch.file_name', 'intake_batch.created_at', 'intake_row.no', 'intake_row.outcome', 'intake_row.became as result']).where('intake_row.subdistrict', '=', subdistrict).where('intake_batch.kind', '=', 'person').where('intake_row.record', '=', person)
    .orderBy('intake_batch.created_at', 'desc').orderBy('intake_row.no').limit(most).execute()
  return [{ title: '导入文件', lines: rows.map((row) => ({ label: dayOf(row.created_at), value: `${row.file_name} 第 ${row.no} 行：${row.result === null ? intakeOutcome[row.outcome as IntakeOutcome] : intakeResult[row.result as IntakeResult]}` })) }]
}
