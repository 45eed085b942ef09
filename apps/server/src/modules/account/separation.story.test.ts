import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { rolePermissions } from '@linli/contract'
import { openCity, type City } from '../../../test/city.ts'

let city: City
before(async () => { city = await openCity() })
after(() => city.close())

const always = { from: '2026-01-01T00:00:00+08:00', until: '2099-01-01T00:00:00+08:00' }
const apart = { code: 'role.separation' }

async function office() {
  const street = await city.subdistrict()
  return { street, security: await street.staff('孙模五', 'securityAdmin') }
}

test('one person is never two of the three administrators, wherever and whenever', async () => {
  const { street, security } = await office()
  const { id } = await street.staff('赵范三', 'systemAdmin')
  await assert.rejects(security.call('account', 'grant', { account: id, role: 'auditAdmin', area: street.area, until: null }), apart)
  await assert.rejects(security.call('account', 'grant', { account: id, role: 'securityAdmin', area: street.communities[0]!.area, until: null }), apart)
  await assert.rejects(security.call('account', 'grant', { account: id, role: 'auditAdmin', area: street.area, from: '2098-01-01T00:00:00+08:00', until: null }), apart)
  const { posts } = await security.call('account', 'grant', { account: id, role: 'leader', area: street.area, until: null })
  assert.deepEqual(posts.map(({ roleName }) => roleName), ['系统管理员', '街道领导'])
  const other = await street.staff('钱样四', 'leader')
  await city.owner.query(`insert into post (id, account, role, area, valid_from) values (gen_random_uuid(), $1, 'auditAdmin', '/33/', '2020-01-01')`, [other.id])
  await assert.rejects(security.call('account', 'grant', { account: other.id, role: 'systemAdmin', area: street.area, until: null }), apart)
})

test('what is refused is not done, and after the first post ended the second may begin', async () => {
  const { street, security } = await office()
  const { id } = await street.staff('赵范三', 'systemAdmin')
  await assert.rejects(security.call('account', 'grant', { account: id, role: 'auditAdmin', area: street.area, until: null }), apart)
  const { posts } = await security.call('account', 'get', { id })
  assert.equal(posts.length, 1)
  await security.call('account', 'revoke', { account: id, post: posts[0]!.id })
  assert.equal((await security.call('account', 'grant', { account: id, role: 'auditAdmin', area: street.area, until: null })).posts[0]!.roleName, '审计管理员')
})

test('a deputy holds the posts of the absent for a time, and both stand on record', async () => {
  const { street, security } = await office()
  const [absent, deputy] = [await street.staff('周试六', 'shiftLeader'), await street.staff('吴例七', 'acceptor')]
  assert.equal((await deputy.call('identity', 'me', {})).may['event.close'], undefined)
  const appointed = await security.call('account', 'appointDeputy', { absent: absent.id, deputy: deputy.id, ...always })
  assert.deepEqual([appointed.absent.name, appointed.deputy.name], ['周试六', '吴例七'])
  const { me } = { me: await deputy.call('identity', 'me', {}) }
  assert.deepEqual([me.may['event.close'], me.posts.map(({ roleName, onBehalfOf }) => [roleName, onBehalfOf]).toSorted()], [[street.area], [['值班长', '周试六'], ['受理员', null]].toSorted()])
  assert.deepEqual((await security.call('account', 'deputies', {})).rows.map(({ id }) => id), [appointed.id])
  await security.call('account', 'endDeputy', { id: appointed.id })
  assert.equal((await deputy.call('identity', 'me', {})).may['event.close'], undefined)
  await assert.rejects(security.call('account', 'endDeputy', { id: appointed.id }), { code: 'not-found' })
  const { rows } = await city.owner.query('select name, details ->> $2 as deputy from journal where subject = $1 order by at, id', [absent.id, 'deputy'])
  assert.deepEqual(rows, [{ name: 'deputy.appointed', deputy: '吴例七' }, { name: 'deputy.ended', deputy: '吴例七' }])
})

test('deputies do not bring together what must be apart, and nobody appoints themselves', async () => {
  const { street, security } = await office()
  const [system, audit, clerk] = [await street.staff('赵范三', 'systemAdmin'), await street.staff('钱样四', 'auditAdmin'), await street.staff('郑示八', 'acceptor')]
  const appoint = (absent: string, deputy: string) => security.call('account', 'appointDeputy', { absent, deputy, ...always })
  await assert.rejects(appoint(system.id, audit.id), apart)
  await appoint(audit.id, clerk.id)
  await assert.rejects(appoint(system.id, clerk.id), apart)
  await assert.rejects(security.call('account', 'grant', { account: clerk.id, role: 'systemAdmin', area: street.area, until: null }), apart)
  await assert.rejects(appoint(clerk.id, security.id), { code: 'account.self' })
  await assert.rejects(appoint(security.id, clerk.id), { code: 'account.self' })
  await assert.rejects(appoint(clerk.id, clerk.id), { code: 'input.invalid' })
  const handler = await street.handler('冯范九', await street.unit('环卫所'))
  await assert.rejects(appoint(clerk.id, handler.id), { code: 'input.invalid' })
})

test('what an absent person gains meanwhile may not reach a deputy who must not have it', async () => {
  const { street, security } = await office()
  const [clerk, audit] = [await street.staff('郑示八', 'acceptor'), await street.staff('钱样四', 'auditAdmin')]
  await security.call('account', 'appointDeputy', { absent: clerk.id, deputy: audit.id, ...always })
  await assert.rejects(security.call('account', 'grant', { account: clerk.id, role: 'systemAdmin', area: street.area, until: null }), apart)
})

test('roles are changed by a security administrator of all areas, for everybody at once', async () => {
  const { street, security } = await office()
  const leader = await street.staff('吴例七', 'leader')
  await assert.rejects(security.call('account', 'changeRole', { code: 'leader', permissions: ['event.view', 'event.close'] }), { code: 'may.not' })
  const whole = await street.staff('冯范九', 'securityAdmin', '/')
  const change = (code: string, permissions: Parameters<typeof whole.call<'account', 'changeRole'>>[2]['permissions']) => whole.call('account', 'changeRole', { code, permissions })
  assert.deepEqual((await change('leader', ['event.view', 'event.close'])).permissions, ['event.view', 'event.close'])
  assert.deepEqual((await leader.call('identity', 'me', {})).may['event.close'], [street.area])
  const { rows } = await city.owner.query(`select details from journal where name = 'role.changed'`)
  assert.deepEqual(rows[0].details, { role: '街道领导', added: ['event.close'], removed: rolePermissions.leader.filter((one) => one !== 'event.view') })
  await assert.rejects(change('securityAdmin', ['account.view']), { code: 'conflict.rule' })
  await assert.rejects(change('leader', ['account.manage', 'audit.view']), apart)
  await assert.rejects(change('resident', ['event.view']), { code: 'conflict.rule' })
  await assert.rejects(change('unheard-of', []), { code: 'role.unknown' })
  const { id } = await street.staff('赵范三', 'systemAdmin')
  await whole.call('account', 'grant', { account: id, role: 'leader', area: street.area, until: null })
  await assert.rejects(change('leader', ['event.view', 'audit.view']), apart)
  assert.deepEqual((await change('leader', [...rolePermissions.leader])).permissions, rolePermissions.leader)
  const roles = (await leader.call('identity', 'me', {})).posts.map(({ role }) => role)
  assert.deepEqual(roles, ['leader'])
})

test('nobody gives themselves more by a role they hold, also as somebody’s deputy', async () => {
  const { street } = await office()
  const [whole, other] = [await street.staff('冯范九', 'securityAdmin', '/'), await street.staff('陈样十', 'securityAdmin', '/')]
  const change = (code: 'securityAdmin' | 'steward') => whole.call('account', 'changeRole', { code, permissions: ['account.view', 'role.manage', 'event.view'] })
  await assert.rejects(change('securityAdmin'), { code: 'account.self' })
  const steward = await street.staff('吴例七', 'steward')
  await other.call('account', 'appointDeputy', { absent: steward.id, deputy: whole.id, ...always })
  await assert.rejects(change('steward'), { code: 'account.self' })
  await assert.rejects(whole.call('event', 'get', { id: steward.id }), { code: 'not-found' })
  assert.equal((await whole.call('identity', 'me', {})).may['event.view']?.includes('/'), false)
})

test('a role of another side is not given, nor the same post twice', async () => {
  const { street, security } = await office()
  const { id } = await street.staff('郑示八', 'acceptor')
  await assert.rejects(security.call('account', 'grant', { account: id, role: 'handler', area: street.area, until: null }), { code: 'role.unknown' })
  await assert.rejects(security.call('account', 'grant', { account: id, role: 'resident', area: street.area, until: null }), { code: 'role.unknown' })
  await assert.rejects(security.call('account', 'grant', { account: id, role: 'acceptor', area: street.area, until: null }), { code: 'conflict.exists' })
})

test('roles are told in the order of the words', async () => {
  const { security } = await office()
  const { rows } = await security.call('account', 'roles', {})
  assert.deepEqual([rows[0]!.name, rows.at(-1)!.name, rows.every(({ builtIn }) => builtIn)], ['街道领导', '审计管理员', true])
})

test('nobody becomes another of the three by their password or their sign-on', async () => {
  const { street, security } = await office()
  const [system, colleague, audit] = [await street.staff('赵范三', 'systemAdmin'), await street.staff('吴例七', 'systemAdmin'), await street.staff('钱样四', 'auditAdmin')]
  for (const { id } of [audit, security]) await assert.rejects(system.call('account', 'resetPassword', { id }), apart)
  for (const { id } of [audit, system]) await assert.rejects(security.call('account', 'linkOidc', { id, subject: 'mine' }), apart)
  // What one may oneself, one's like may be helped with; and who has a one-time code is not entered by a password alone.
  await system.call('account', 'resetPassword', { id: colleague.id })
  await city.owner.query('update account set totp = $2 where id = $1', [audit.id, city.server.around.crypto.encrypt('JBSWY3DP', 'account.totp')])
  await system.call('account', 'resetPassword', { id: audit.id })
})
