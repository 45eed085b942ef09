import type { Output } from '@linli/contract'
import type { Ctx, Subject } from '../../kernel/ctx.ts'
import { findPeopleByIds } from '../person/index.ts'
import type { RequestRow } from './queries.ts'
import * as rules from './rules.ts'

type Mine = Output<'rights', 'ask'>
type View = Output<'rights', 'take'>

export const subjectOf = ({ id, subdistrict, area, account }: RequestRow): Subject => ({ kind: 'rights', id, subdistrict, area, resident: account, may: 'rights.handle' })

const common = (row: RequestRow) => ({
  id: row.id, kind: row.kind as Mine['kind'], status: row.status as Mine['status'], wish: row.wish, areaName: row.area_name, askedAt: row.asked_at.toISOString(), dueAt: row.due_at.toISOString(), outcome: row.outcome as unknown as Mine['outcome'],
  answer: row.answer, answeredAt: row.answered_at?.toISOString() ?? null,
})

export const myView = (row: RequestRow): Mine => ({ ...common(row), mayWithdraw: rules.isOpen(row.status) })

export async function views(ctx: Ctx, rows: RequestRow[]): Promise<View[]> {
  const names = await findPeopleByIds(ctx, rows.flatMap(({ person }) => person ?? []))
  return rows.map((row) => ({
    ...common(row), name: row.name, phone: row.phone_masked, area: row.area, isFromApp: row.source === 'app', light: rules.lightOf(row, ctx.now), takenBy: row.taken_by_name, proof: row.proof as View['proof'], checkedBy: row.checked_by_name,
    checkedAt: row.checked_at?.toISOString() ?? null, answeredBy: row.answered_by_name, person: row.person === null ? null : { id: row.person, name: names.get(row.person) ?? '' }, hasAccount: row.account !== null,
  }))
}

export const view = async (ctx: Ctx, row: RequestRow): Promise<View> => (await views(ctx, [row]))[0]!
