import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openCity, type City } from '../../test/city.ts'
import { visitor } from '../../test/visitor.ts'
import { ensureFirstAdmins, resetPassword } from './first-admin.ts'

let city: City
before(async () => { city = await openCity() })
after(() => city.close())

test('an empty installation gets three administrators who share nothing, once, even where two servers start together', async () => {
  const made = (await Promise.all([ensureFirstAdmins(city.ownerSettings), ensureFirstAdmins(city.ownerSettings)])).flat()
  assert.deepEqual(made.map(({ name }) => name), ['系统管理员', '安全管理员', '审计管理员'])
  assert.deepEqual(await ensureFirstAdmins(city.ownerSettings), [])
  const may = new Map<string, string>()
  for (const { name, signInName, password } of made) {
    const admin = visitor(city.http)
    const { me } = await admin.call('identity', 'signIn', { name: signInName, password })
    assert.deepEqual([me.name, me.mustChangePassword, me.posts.map(({ roleName, area, areaName }) => [roleName, area, areaName])], [name, true, [[name, '/', '全部辖区']]])
    await assert.rejects(admin.call('account', 'list', {}), { code: 'sign-in.change-password' })
    for (const permission of Object.keys(me.may)) may.set(permission, `${may.get(permission) ?? ''}${name}`)
  }
  assert.equal(may.get('account.manage'), '系统管理员')
  assert.equal(may.get('role.manage'), '安全管理员')
  assert.equal(may.get('audit.view'), '审计管理员')
  const { rows } = await city.owner.query(`select name, actor_name, area from journal where name = 'account.created'`)
  assert.deepEqual(rows.map((row) => [row.name, row.actor_name, row.area]), made.map(() => ['account.created', '系统', '/']))
})

test('where somebody works already nobody is added', async () => {
  const other = await openCity()
  await (await other.subdistrict()).staff('李例二', 'acceptor')
  assert.deepEqual(await ensureFirstAdmins(other.ownerSettings), [])
  await other.close()
})

test('an administrator whom nobody else may help gets a password for one sign-in from the server', async () => {
  const street = await city.subdistrict()
  const { id, call } = await street.staff('钱样四', 'auditAdmin')
  await city.owner.query(`update account set sign_in_name = 'qian', password = 'forgotten', locked_until = '2100-01-01' where id = $1`, [id])
  const password = await resetPassword(city.ownerSettings, 'qian')
  await assert.rejects(call('identity', 'me', {}), { code: 'sign-in.needed' })
  const { me } = await visitor(city.http).call('identity', 'signIn', { name: 'qian', password })
  assert.deepEqual([me.id, me.mustChangePassword], [id, true])
  const { rows } = await city.owner.query(`select name, area, subdistrict from journal where subject = $1 order by at, id`, [id])
  assert.deepEqual(rows, [{ name: 'account.password-reset', area: street.area, subdistrict: street.code }, { name: 'identity.signed-in', area: street.area, subdistrict: street.code }])
  await assert.rejects(resetPassword(city.ownerSettings, 'nobody'), { message: '没有用密码登录的账号 nobody。' })
})
