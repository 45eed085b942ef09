import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openCity, type City } from '../../../test/city.ts'
import { pointIn } from '../../../test/office.ts'

let city: City
before(async () => { city = await openCity() })
after(() => city.close())

let number = 2000
const newPhone = () => `1390000${number += 1}`
const traceOf = async (subject: string) => (await city.owner.query(`select name, area, details from journal where subject = $1 and name like 'account.resident%' order by at, id`, [subject])).rows

/** A sub-district with a system administrator, and a resident who reported something there. */
async function office() {
  const street = await city.subdistrict()
  const phone = newPhone()
  const [system, resident] = [await street.staff('赵范三', 'systemAdmin'), await street.resident('李例二', phone)]
  await resident.call('event', 'reportMine', { description: '楼道堆物', matter: '06036', point: pointIn(street, 0) })
  return { street, phone, system, resident }
}

test('a resident whose phone was lost is found by the whole number, shut out at once and let in again later, all on record', async () => {
  const { street, phone, system, resident } = await office()
  await city.owner.query('update account set wechat = $2 where id = $1', [resident.id, `o-${phone}`])
  const { resident: found } = await system.call('account', 'findResident', { phone, purpose: '居民来电挂失' })
  assert.ok(found)
  assert.deepEqual([found.id, found.name, found.phone, found.isEnabled], [resident.id, '李例二', `139****${phone.slice(-4)}`, true])
  const shut = await system.call('account', 'enableResident', { id: found.id, isEnabled: false, reason: '手机遗失' })
  assert.equal(shut.isEnabled, false)
  await assert.rejects(resident.call('event', 'mine', {}), { code: 'sign-in.needed' })
  await assert.rejects(system.call('account', 'enableResident', { id: found.id, isEnabled: false, reason: '手机遗失' }), { message: '这个账号已经停用' })
  await system.call('account', 'enableResident', { id: found.id, isEnabled: true, reason: '本人带身份证来街道，已补卡' })
  // The session that was ended stays ended, and WeChat has to vouch for the number again.
  await assert.rejects(resident.call('event', 'mine', {}), { code: 'sign-in.needed' })
  assert.deepEqual((await city.owner.query('select is_enabled, wechat from account where id = $1', [resident.id])).rows, [{ is_enabled: true, wechat: null }])
  const trace = await traceOf(resident.id)
  assert.deepEqual(trace.map(({ name, area, details }) => [name, area, details.purpose ?? details.reason]), [
    ['account.resident-sought', street.area, '居民来电挂失'], ['account.resident-disabled', street.area, '手机遗失'], ['account.resident-enabled', street.area, '本人带身份证来街道，已补卡']])
  assert.equal(JSON.stringify(trace).includes(phone), false)
  const auditor = await street.staff('孙模五', 'auditAdmin')
  assert.equal((await auditor.call('audit', 'list', { subject: resident.id, name: 'account.resident-disabled' })).rows[0]!.title, '停用居民账号')
})

test('whoever has nothing to do with the sub-district is not found, and looking for them stays on record', async () => {
  const { phone, system, resident } = await office()
  const neighbour = await office()
  const nowhere = await neighbour.street.resident('周试六', newPhone())
  assert.deepEqual(await neighbour.system.call('account', 'findResident', { phone, purpose: '好奇' }), { resident: null })
  for (const id of [resident.id, nowhere.id, system.id]) await assert.rejects(neighbour.system.call('account', 'enableResident', { id, isEnabled: false, reason: '好奇' }), { code: 'not-found' })
  const { rows } = await city.owner.query(`select area, details from journal where name = 'account.resident-sought' and actor = $1`, [neighbour.system.id])
  assert.deepEqual(rows, [{ area: neighbour.street.area, details: { phone: `139****${phone.slice(-4)}`, purpose: '好奇', isFound: false } }])
  assert.equal((await resident.call('event', 'mine', {})).rows.length, 1)
  const whole = await neighbour.street.staff('冯范九', 'systemAdmin', '/')
  assert.equal((await whole.call('account', 'enableResident', { id: nowhere.id, isEnabled: false, reason: '冒用他人手机号' })).isEnabled, false)
})

test('residents stay out of the list of people, and only a system administrator looks for one', async () => {
  const { street, phone, system } = await office()
  assert.deepEqual((await system.call('account', 'list', { text: phone })).rows, [])
  for (const role of ['securityAdmin', 'secretary', 'dispatcher'] as const) {
    const person = await street.staff('吴例七', role)
    await assert.rejects(person.call('account', 'findResident', { phone, purpose: '核实' }), { code: 'may.not' })
  }
  await assert.rejects(system.call('account', 'findResident', { phone, purpose: ' ' }), { code: 'input.invalid' })
})
