import type { Asked, Value } from '@linli/contract'
import { makeIdentityNumber } from '@linli/standards'
import { openBlock } from '../../../test/block.ts'
import type { City } from '../../../test/city.ts'

type Draft = NonNullable<Asked<'ledger', 'rows'>['draft']>
type By = Draft['conditions'][number]['any'][number]['by']

export const test = (field: string, by: By, value: Value = null, isNot = false) => ({ any: [{ field, by, value, isNot }] })
export const draft = (base: Draft['base'], conditions: Draft['conditions']): Draft => ({ base, conditions, columns: [{ field: 'name', label: '姓名' }] })

/** An old man alone on the fifth floor who lets a room to a woman that is registered elsewhere too, and a neighbour on the second. */
export async function openPeople(city: City) {
  const block = await openBlock(city)
  const { worker, units, street } = block
  const month = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 8)
  const enter = async (values: Record<string, Value>, housing: string, role: string) => (await worker.call('person', 'enter', { values, at: { housing }, role })).id
  const wang = await enter({ name: '王示一', certificateNumber: makeIdentityNumber('339901', '1940-03-01', 12), phone: '13900000001', groups: ['01', '09'], health: '03', kinship: '户主' }, units[2]!, '01')
  const li = await enter({ name: '李例二', certificateNumber: makeIdentityNumber('339901', '1996-03-01', 22), phone: '13900000002', health: '01' }, units[2]!, '03')
  const zhang = await enter({ name: '张示三', sex: '1', birth: '1980-01-01', workplace: '示例厂' }, units[0]!, '01')
  const unit = (await worker.call('housing', 'get', { id: units[2]! })).revision
  await worker.call('housing', 'change', { id: units[2]!, revision: unit, values: { state: '02', leaseUntil: `${month}15` } })
  await worker.call('person', 'moveIn', { id: li, at: { area: street.communities[0]!.grids[1]! }, role: '01' })
  return { ...block, worker: Object.assign(worker, { home: street.communities[0]!.area }), people: { wang, li, zhang } }
}
