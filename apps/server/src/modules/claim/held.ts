import { claimStatus, valueSource, type ValueSource } from '@linli/contract'
import { dayOf } from '@linli/standards'
import type { About, Ctx, Held } from '../../kernel/ctx.ts'
import { standsPerson } from '../person/index.ts'
import { claimedOf, fieldsFor, inWords } from '../record/index.ts'
import { arrivalField } from './arrival.ts'

const most = 200

/** What sources said of somebody and does not stand in their record, or waits to be decided. */
export async function holds(ctx: Ctx, { subdistrict, person }: About): Promise<Held[]> {
  const known = person === null ? undefined : await standsPerson(ctx, person)
  if (!known) return []
  const rows = await ctx.db.selectFrom('claim').selectAll().where('subdistrict', '=', subdistrict).where('record', '=', person).orderBy('at', 'desc').limit(most).execute()
  const fields = await fieldsFor(ctx, 'person', known.standing)
  const words = await inWords(ctx, fields, known.standing)
  return [{ title: '待定值', lines: rows.map((row) => {
    const field = fields.find(({ name }) => name === row.field)
    const said = claimedOf(ctx, row)
    const isArrival = row.field === arrivalField
    const value = isArrival ? '已登记' : row.field === 'movedOut' ? String((said as string[] | null)?.[1] ?? '') : said === null ? '（已删除）' : field ? words(field, said) : String(said)
    return { label: `${dayOf(row.at)} ${isArrival ? '有人入住' : row.field === 'movedOut' ? '已搬离' : field?.label ?? row.field}`, value: `${value}（${valueSource[row.source as ValueSource] ?? row.source}，${claimStatus[row.status as keyof typeof claimStatus]}）` }
  }) }]
}
