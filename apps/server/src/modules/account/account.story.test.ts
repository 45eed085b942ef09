import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { TOTP } from 'otpauth'
import { openCity, type City } from '../../../test/city.ts'
import { visitor } from '../../../test/visitor.ts'

let city: City
before(async () => { city = await openCity() })
after(() => city.close())

const journalOf = async (id: string) => (await city.owner.query('select name, actor_name from journal where subject = $1 order by at, id', [id])).rows.map(({ name, actor_name }) => `${actor_name} ${name}`)

async function office() {
  const street = await city.subdistrict()
  const [system, security] = [await street.staff('王示一', 'systemAdmin'), await street.staff('孙模五', 'securityAdmin')]
  const add = async (name: string, signInName: string, more: Partial<{ area: string, phone: string, unit: string, side: 'staff' | 'unit' }> = {}) =>
    system.call('account', 'create', { name, signInName: `${signInName}.${street.code}`, phone: null, area: street.area, unit: null, side: 'staff', ...more })
  return { street, system, security, add }
}

test('the system administrator adds a person, the security administrator gives the post, and only then the person may work', async () => {
  const { street, system, security, add } = await office()
  const { account, firstPassword } = await add('赵范三', 'zhao.fan', { phone: '139 0000 4321', area: street.communities[0]!.area, unit: street.communities[0]!.unit.id })
  assert.deepEqual([account.phone, account.areaName, account.unit?.name, account.posts, account.isEnabled], ['139****4321', '东苑社区', '东苑社区', [], true])
  const browser = visitor(city.http)
  await browser.call('identity', 'signIn', { name: account.signInName!, password: firstPassword })
  await browser.call('identity', 'changePassword', { old: firstPassword, new: 'Linhe-Office-2026' })
  await assert.rejects(browser.call('event', 'list', {}), { code: 'may.not' })
  await assert.rejects(system.call('account', 'grant', { account: account.id, role: 'acceptor', area: street.area, until: null }), { code: 'may.not' })
  const granted = await security.call('account', 'grant', { account: account.id, role: 'acceptor', area: street.communities[0]!.area, until: null })
  assert.deepEqual(granted.posts.map(({ roleName, areaName, until }) => [roleName, areaName, until]), [['受理员', '东苑社区', null]])
  await browser.call('event', 'list', {})
  await security.call('account', 'revoke', { account: account.id, post: granted.posts[0]!.id })
  await assert.rejects(browser.call('event', 'list', {}), { code: 'may.not' })
  assert.deepEqual(await journalOf(account.id), ['王示一 account.created', '赵范三 identity.signed-in', '赵范三 identity.password-changed', '孙模五 post.granted', '孙模五 post.revoked'])
})

test('a post holds from its first day until its last', async () => {
  const { street, security, add } = await office()
  const { account, firstPassword } = await add('赵范三', 'shift')
  city.setClock('2026-03-02T09:00:00+08:00')
  await security.call('account', 'grant', { account: account.id, role: 'shiftLeader', area: street.area, from: '2026-03-02T10:00:00+08:00', until: '2026-03-02T11:00:00+08:00' })
  const seen: (string | undefined)[] = []
  for (const hour of ['09', '10', '11']) {
    city.setClock(`2026-03-02T${hour}:00:00+08:00`)
    seen.push((await visitor(city.http).call('identity', 'signIn', { name: account.signInName!, password: firstPassword })).me.posts[0]?.roleName)
  }
  assert.deepEqual(seen, [undefined, '值班长', undefined])
  await assert.rejects(security.call('account', 'grant', { account: account.id, role: 'leader', area: street.area, from: '2026-03-03T10:00:00+08:00', until: '2026-03-03T09:00:00+08:00' }), { code: 'input.invalid' })
  city.setClock(undefined)
})

test('the list goes by name as a dictionary does, page by page, and finds by part of a name, number, place and post', async () => {
  const { street, system, security, add } = await office()
  const [, , yao] = [await add('陈测一', 'chen.ce'), await add('艾范二', 'ai.fan', { phone: '13900007788' }), await add('姚例三', 'yao.li', { area: street.communities[1]!.area })]
  await security.call('account', 'grant', { account: yao.account.id, role: 'gridWorker', area: street.communities[1]!.area, until: null })
  const names: string[] = []
  let mark: string | undefined
  do {
    const { rows, next } = await system.call('account', 'list', { limit: 2, after: mark })
    names.push(...rows.map(({ name }) => name))
    mark = next ?? undefined
  } while (mark)
  assert.deepEqual(names, ['艾范二', '陈测一', '孙模五', '王示一', '姚例三'])
  const find = async (input: Parameters<typeof system.call<'account', 'list'>>[2]) => (await system.call('account', 'list', input)).rows.map(({ name }) => name)
  assert.deepEqual(await find({ text: '测一' }), ['陈测一'])
  assert.deepEqual(await find({ text: '陈' }), ['陈测一'])
  assert.deepEqual(await find({ text: 'AI.fan' }), ['艾范二'])
  assert.deepEqual(await find({ text: '139 0000 7788' }), ['艾范二'])
  assert.deepEqual(await find({ text: '%' }), [])
  assert.deepEqual(await find({ area: street.communities[1]!.area }), ['姚例三'])
  assert.deepEqual(await find({ role: 'gridWorker' }), ['姚例三'])
  assert.deepEqual(await find({ isEnabled: false }), [])
})

test('a neighbour’s administrator sees nobody of ours, finds nobody and changes nobody', async () => {
  const [ours, theirs] = [await office(), await office()]
  const { account } = await ours.add('赵范三', 'neighbour')
  assert.deepEqual((await theirs.system.call('account', 'list', { text: '赵范' })).rows, [])
  assert.deepEqual((await theirs.system.call('account', 'list', { area: ours.street.area })).rows, [])
  await assert.rejects(theirs.system.call('account', 'get', { id: account.id }), { code: 'not-found' })
  await assert.rejects(theirs.system.call('account', 'resetPassword', { id: account.id }), { code: 'not-found' })
  await assert.rejects(theirs.system.call('account', 'enable', { id: account.id, isEnabled: false }), { code: 'not-found' })
  await assert.rejects(theirs.security.call('account', 'endSessions', { id: account.id }), { code: 'not-found' })
  await assert.rejects(theirs.security.call('account', 'grant', { account: account.id, role: 'leader', area: theirs.street.area, until: null }), { code: 'not-found' })
  await assert.rejects(theirs.system.call('account', 'create', { name: '外来者', signInName: 'intruder', phone: null, area: ours.street.area, unit: null, side: 'staff' }), { code: 'may.not' })
  await assert.rejects(theirs.system.call('account', 'create', { name: '外来者', signInName: 'intruder', phone: null, area: theirs.street.area, unit: ours.street.communities[0]!.unit.id, side: 'unit' }), { code: 'unit.unknown' })
  await assert.rejects(ours.security.call('account', 'grant', { account: account.id, role: 'leader', area: theirs.street.area, until: null }), { code: 'may.not' })
  await assert.rejects(ours.security.call('account', 'grant', { account: account.id, role: 'leader', area: '/33/99/01/', until: null }), { code: 'may.not' })
  await assert.rejects(ours.system.call('account', 'change', { id: account.id, name: '赵范三', phone: null, area: theirs.street.area, unit: null }), { code: 'may.not' })
})

test('who works for a wider area is not in the hands of one office', async () => {
  const { street, system, security } = await office()
  const leader = await street.staff('吴例七', 'leader')
  await city.owner.query(`insert into post (id, account, role, area, valid_from) values (gen_random_uuid(), $1, 'leader', '/33/99/01/', '2020-01-01')`, [leader.id])
  await assert.rejects(system.call('account', 'resetPassword', { id: leader.id }), { code: 'may.not' })
  await assert.rejects(system.call('account', 'enable', { id: leader.id, isEnabled: false }), { code: 'may.not' })
  await assert.rejects(security.call('account', 'linkOidc', { id: leader.id, subject: 'mine' }), { code: 'may.not' })
  const deputy = await street.staff('郑示八', 'acceptor')
  await assert.rejects(security.call('account', 'appointDeputy', { absent: leader.id, deputy: deputy.id, from: new Date().toISOString(), until: '2099-01-01T00:00:00+08:00' }), { code: 'may.not' })
  const district = await street.staff('冯范九', 'systemAdmin', '/33/99/01/')
  assert.match((await district.call('account', 'resetPassword', { id: leader.id })).firstPassword, /^\w{4}-\w{4}-\w{4}$/)
})

test('a disabled person is out at once and stays out', async () => {
  const { system, add } = await office()
  const { account, firstPassword } = await add('赵范三', 'disabled')
  const browser = visitor(city.http)
  await browser.call('identity', 'signIn', { name: account.signInName!, password: firstPassword })
  assert.equal((await system.call('account', 'enable', { id: account.id, isEnabled: false })).isEnabled, false)
  await assert.rejects(browser.call('identity', 'me', {}), { code: 'sign-in.needed' })
  await system.call('account', 'enable', { id: account.id, isEnabled: true })
  await assert.rejects(browser.call('identity', 'me', {}), { code: 'sign-in.needed' })
  await browser.call('identity', 'signIn', { name: account.signInName!, password: firstPassword })
})

test('a new first password ends the sessions of the old one', async () => {
  const { system, add } = await office()
  const { account, firstPassword } = await add('赵范三', 'reset')
  const browser = visitor(city.http)
  await browser.call('identity', 'signIn', { name: account.signInName!, password: firstPassword })
  const { firstPassword: second } = await system.call('account', 'resetPassword', { id: account.id })
  await assert.rejects(browser.call('identity', 'me', {}), { code: 'sign-in.needed' })
  await assert.rejects(browser.call('identity', 'signIn', { name: account.signInName!, password: firstPassword }), { code: 'sign-in.wrong' })
  assert.equal((await browser.call('identity', 'signIn', { name: account.signInName!, password: second })).me.mustChangePassword, true)
})

test('a security administrator unlocks, signs out and takes away the one-time code of a lost phone', async () => {
  const { system, security, add } = await office()
  const { account, firstPassword } = await add('赵范三', 'locked')
  const browser = visitor(city.http)
  const enter = () => browser.call('identity', 'signIn', { name: account.signInName!, password: firstPassword })
  for (const _ of [1, 2, 3, 4, 5]) await assert.rejects(browser.call('identity', 'signIn', { name: account.signInName!, password: 'Wrong-2026-words' }))
  await assert.rejects(enter(), { code: 'sign-in.locked' })
  assert.notEqual((await system.call('account', 'get', { id: account.id })).lockedUntil, null)
  assert.equal((await security.call('account', 'unlock', { id: account.id })).lockedUntil, null)
  await enter()
  await security.call('account', 'endSessions', { id: account.id })
  await assert.rejects(browser.call('identity', 'me', {}), { code: 'sign-in.needed' })
  await city.owner.query('update account set totp = $2 where id = $1', [account.id, city.server.around.crypto.encrypt('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ', 'account.totp')])
  await assert.rejects(enter(), { code: 'sign-in.code-needed' })
  assert.equal((await security.call('account', 'removeTotp', { id: account.id })).hasTotp, false)
  await enter()
  assert.deepEqual((await journalOf(account.id)).filter((line) => line.startsWith('孙模五')), ['孙模五 account.unlocked', '孙模五 account.sessions-ended', '孙模五 account.totp-removed'])
})

test('changes keep the number that is shown masked, take a new one, and refuse what is none', async () => {
  const { street, system, add } = await office()
  const { account } = await add('赵范三', 'changed', { phone: '13900004321' })
  const person = { id: account.id, name: '赵范参', area: street.area, unit: null }
  const stored = async () => {
    const { rows } = await city.owner.query('select phone from account where id = $1', [account.id])
    return rows[0].phone && city.server.around.crypto.decrypt(rows[0].phone, 'account.phone')
  }
  assert.equal((await system.call('account', 'change', { ...person, phone: '139****4321' })).name, '赵范参')
  assert.equal(await stored(), '13900004321')
  assert.equal((await system.call('account', 'change', { ...person, phone: '139-0000-9876' })).phone, '139****9876')
  assert.equal(await stored(), '13900009876')
  await assert.rejects(system.call('account', 'change', { ...person, phone: '12' }), { code: 'input.invalid' })
  await assert.rejects(system.call('account', 'change', { ...person, phone: '139****1111' }), { code: 'input.invalid' })
  assert.equal((await system.call('account', 'change', { ...person, phone: null })).phone, null)
})

test('a sign-in name belongs to one person, here or elsewhere; who handles for a unit needs one', async () => {
  const [ours, theirs] = [await office(), await office()]
  const taken = { name: '赵范三', signInName: 'taken-name', phone: null, unit: null, side: 'staff' } as const
  await ours.system.call('account', 'create', { ...taken, area: ours.street.area })
  await assert.rejects(theirs.system.call('account', 'create', { ...taken, area: theirs.street.area }), { code: 'conflict.exists', message: '这个登录名已有人使用' })
  await assert.rejects(ours.system.call('account', 'create', { ...taken, signInName: 'handler-1', area: ours.street.area, side: 'unit' }), { code: 'unit.unknown' })
})

test('a first password is told once and stored nowhere, however often the submission comes', async () => {
  const { street, system } = await office()
  const input = { name: '赵范三', signInName: `once.${street.code}`, phone: null, area: street.area, unit: null, side: 'staff' }
  const key = { 'idempotency-key': `create-${street.code}` }
  assert.equal((await system.raw('/api/account/create', input, key)).status, 200)
  assert.equal((await system.raw('/api/account/create', input, key)).status, 409)
  const { rows } = await city.owner.query(`select answer from answered where endpoint = 'account.create'`)
  assert.deepEqual(rows, [])
})

test('somebody who handles for a unit signs in, changes the password, binds a one-time code and leaves', async () => {
  const { street, security, add } = await office()
  const unit = await street.unit('环卫所')
  const { account, firstPassword } = await add('冯范九', 'feng.fan', { unit: unit.id, side: 'unit' })
  await security.call('account', 'grant', { account: account.id, role: 'handler', area: street.area, until: null })
  const browser = visitor(city.http)
  const { me } = await browser.call('identity', 'signIn', { name: account.signInName!, password: firstPassword })
  assert.deepEqual([me.side, me.unit?.name, me.posts.map(({ roleName }) => roleName), me.may['event.handle']], ['unit', '环卫所', ['部门经办人'], [street.area]])
  await browser.call('identity', 'changePassword', { old: firstPassword, new: 'Linhe-Office-2026' })
  const { secret } = await browser.call('identity', 'beginTotp', {})
  await browser.call('identity', 'confirmTotp', { code: new TOTP({ secret }).generate() })
  assert.equal((await browser.call('identity', 'me', {})).hasTotp, true)
  assert.equal((await browser.call('identity', 'sessions', {})).rows.length, 1)
  await browser.call('identity', 'signOut', {})
  await assert.rejects(browser.call('identity', 'me', {}), { code: 'sign-in.needed' })
})

test('nobody acts on their own account', async () => {
  const { street, system, security } = await office()
  const own = { code: 'account.self' }
  await assert.rejects(system.call('account', 'enable', { id: system.id, isEnabled: false }), own)
  await assert.rejects(system.call('account', 'resetPassword', { id: system.id }), own)
  await assert.rejects(system.call('account', 'change', { id: system.id, name: '王示一', phone: null, area: street.communities[0]!.area, unit: null }), own)
  await assert.rejects(security.call('account', 'grant', { account: security.id, role: 'leader', area: street.area, until: null }), own)
  await assert.rejects(security.call('account', 'unlock', { id: security.id }), own)
  await assert.rejects(security.call('account', 'removeTotp', { id: security.id }), own)
  await assert.rejects(security.call('account', 'linkOidc', { id: security.id, subject: 'mine' }), own)
  await assert.rejects(security.call('account', 'endSessions', { id: security.id }), own)
  assert.equal((await system.call('account', 'change', { id: system.id, name: '王示壹', phone: null, area: street.area, unit: null })).name, '王示壹')
})
