import { riskColour, warningState, type RiskColour, type WarningState } from '@linli/contract'
import { dayOf } from '@linli/standards'
import { sql } from 'kysely'
import type { About, Ctx, Held } from '../../kernel/ctx.ts'
import type { Part } from './rules.ts'
import { isForgotten, personOf } from '../person/index.ts'
import { reasonOf } from './view.ts'

/** How much care somebody was found to need and why, for who asks about themselves (PIPL art. 24: explained on request). */
export async function holds(ctx: Ctx, { subdistrict, person }: About): Promise<Held[]> {
  if (person === null) return []
  const { rows } = await sql<{ score: number, colour: RiskColour, parts: Part[], changed_at: Date }>`select score, colour, parts, changed_at from risk_score where subdistrict = ${subdistrict} and kind = 'person' and subject = ${person}`.execute(ctx.db)
  const warned = await ctx.db.selectFrom('risk_warning').select(['colour', 'state', 'raised_at']).where('subdistrict', '=', subdistrict).where('kind', '=', 'person').where('subject', '=', person).orderBy('raised_at', 'desc').limit(100).execute()
  return [
    { title: '关爱对象风险分值', lines: rows.map(({ score, colour, parts, changed_at: changedAt }) => ({ label: `${dayOf(changedAt)} ${riskColour[colour]}色 ${score} 分`, value: parts.map(reasonOf).join('；') || '没有规则计分' })) },
    { title: '关爱对象预警', lines: warned.map(({ colour, state, raised_at: raisedAt }) => ({ label: `${dayOf(raisedAt)} ${riskColour[colour as RiskColour]}色预警`, value: warningState[state as WarningState] })) },
  ].filter(({ lines }) => lines.length > 0)
}

/** Whose name has been forgotten keeps no score and no warning. */
export async function forget(ctx: Ctx, id: string): Promise<void> {
  const row = await personOf(ctx, id)
  if (!row || !isForgotten(row)) return
  const { rows: [gone] } = await sql<{ warnings: number }>`select risk_forget(${row.subdistrict}, ${id}) as warnings`.execute(ctx.db)
  ctx.record('risk.forgotten', { kind: 'risk', id, subdistrict: row.subdistrict, area: row.area, may: 'risk.person' }, { warnings: gone!.warnings })
}
