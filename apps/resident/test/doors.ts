import { makeIdentityNumber } from '@linli/standards/identity-number'
import type { Field } from './field-person.ts'

export const numberOf = (at: number, birth = '1950-03-01') => makeIdentityNumber('339901', birth, at)

/** A building of four doors, two people behind the first. */
export async function openDoors({ office }: Field) {
  const building = `${office.grid}b0001/`
  const { checker } = office.as
  await checker('housing', 'add', { building, doors: [{ entrance: '1', room: '201' }, { entrance: '1', room: '501' }, { entrance: '2', room: '201' }, { entrance: '2', room: '301' }] })
  const units = (await checker('housing', 'chart', { building })).rows.map(({ id }) => id)
  const one = await checker('doorstep', 'enter', { values: { name: '王示一', certificateNumber: numberOf(11), phone: '13900000001' }, at: { housing: units[0]! }, role: '01', household: 'here' })
  await checker('doorstep', 'enter', { values: { name: '李例二', sex: '2' }, at: { housing: units[0]! }, role: '02', household: 'here', relatives: [{ person: one.person, role: '10' }] })
  return { building, units }
}
