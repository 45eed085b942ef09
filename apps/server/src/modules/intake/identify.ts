import type { Ctx } from '../../kernel/ctx.ts'
import { areaNames } from '../organisation/index.ts'
import { unpacked } from '../record/light.ts'
import type { One, Piece } from './one.ts'
import type { BatchRow } from './queries.ts'
import * as rows from './row-queries.ts'

/** Who is in the base already: by the number, or by name and phone where one of the two has no number. Who lives with another community is moved by a transfer, not by a file. */
export async function identifyPeople(ctx: Ctx, { subdistrict }: BatchRow, read: readonly One[], { number_index: numbers, phone_index: phones }: Piece['columns']): Promise<void> {
  const known = await rows.listKnown(ctx, subdistrict, numbers, phones)
  if (known.length === 0) return
  const [ownNumbers, ownPhones] = [numbers, phones].map((column) => unpacked(column).map((index) => index?.toString('hex') ?? null)) as [(string | null)[], (string | null)[]]
  const by = Map.groupBy(known, (one) => `${one.by} ${one.looked.toString('hex')}`)
  const names = await areaNames(ctx, [...new Set(known.filter(({ id }) => id === null).flatMap(({ community }) => community ?? []))])
  for (const one of read) {
    const [number, phone] = [ownNumbers[one.at], ownPhones[one.at]]
    const [same] = by.get(`number ${number}`) ?? []
    if (same && same.id === null) one.faults.push({ column: 'certificateNumber', title: '', code: 'elsewhere', message: `该证件号码已在${names.get(same.community ?? '') ?? '其他社区'}登记，请联系该社区办理迁移`, isWarning: false })
    if (same?.id) one.record = same.id
    if (same?.id && same.name !== one.values.name) one.faults.push({ column: 'name', title: '', code: 'name.differs', message: `这个证件号码登记的姓名是“${same.name}”`, isWarning: true })
    const others = same ? [] : (by.get(`phone ${phone}`) ?? []).filter((other) => other.name === one.values.name && (!other.has_number || number === null))
    if (others.length === 1) {
      one.record = others[0]!.id!
      one.faults.push({ column: 'phone', title: '', code: 'same.phone', message: '与已登记的人姓名、电话都相同，按同一个人处理', isWarning: true })
    }
  }
}
