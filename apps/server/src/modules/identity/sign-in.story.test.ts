import assert from 'node:assert/strict'
import { after, afterEach, before, test } from 'node:test'
import { TOTP } from 'otpauth'
import type { Role } from '@linli/contract'
import { openCity, type City } from '../../../test/city.ts'
import type { Person, Subdistrict } from '../../../test/city-people.ts'
import { visitor } from '../../../test/visitor.ts'
import { whoIs } from '../../kernel/session-cookie.ts'
import { hashPassword } from './index.ts'

let city: City
let admin: Person
let street: Subdistrict
before(async () => {
  city = await openCity()
  street = await city.subdistrict()
  admin = await street.staff('王示一', 'systemAdmin')
})
after(() => city.close())
afterEach(() => city.setClock(undefined))

const password = 'Linhe-Office-2026'
const door = () => visitor(city.http)
const stands = (moment: string) => city.setClock(`2026-03-02T${moment}+08:00`)
/** The journal of one account, oldest first. */
const journalOf = async (id: string) => (await city.owner.query(`select name, details from journal where subject = $1 order by at, id`, [id])).rows.map(({ name, details }) => [name, ...Object.values(details)])

let number = 0

/** Somebody with a password of their own, not signed in. */
async function somebody(role: Role = 'acceptor', at = new Date()): Promise<{ id: string, name: string }> {
  const { id } = await street.staff('李例二', role)
  const name = `li.${number += 1}`
  await city.owner.query('update account set sign_in_name = $2, password = $3, password_at = $4 where id = $1', [id, name, await hashPassword(password), at])
  await city.owner.query('delete from session where account = $1', [id])
  return { id, name }
}

test('a new clerk signs in with the first password, must change it, and only then can work', async () => {
  const { account, firstPassword } = await admin.call('account', 'create', { name: '赵范三', signInName: 'zhao.fan', phone: null, area: street.area, unit: null, side: 'staff' })
  const clerk = door()
  const { me, token } = await clerk.call('identity', 'signIn', { name: 'Zhao.Fan', password: firstPassword })
  assert.deepEqual([me.name, me.side, me.mustChangePassword, me.hasTotp, me.hasPassword, token], ['赵范三', 'staff', true, false, true, null])
  await assert.rejects(clerk.call('identity', 'sessions', {}), { code: 'sign-in.change-password' })
  await assert.rejects(clerk.call('identity', 'changePassword', { old: firstPassword, new: 'Zhao.Fan-2026' }), { code: 'password.weak', message: '密码不能包含姓名、登录名或手机号' })
  await assert.rejects(clerk.call('identity', 'changePassword', { old: firstPassword, new: firstPassword }), { code: 'password.used' })
  await clerk.call('identity', 'changePassword', { old: firstPassword, new: password })
  assert.equal((await clerk.call('identity', 'me', {})).mustChangePassword, false)
  await assert.rejects(door().call('identity', 'signIn', { name: 'zhao.fan', password: firstPassword }), { code: 'sign-in.wrong' })
  assert.deepEqual((await journalOf(account.id)).map(([name]) => name), ['account.created', 'identity.signed-in', 'identity.password-changed', 'identity.sign-in-failed'])
})

test('the account tells the posts held now, where they hold and what they allow', async () => {
  const { id, name } = await somebody('acceptor')
  await city.owner.query(`insert into post (id, account, role, area, valid_from) values (gen_random_uuid(), $1, 'gridWorker', $2, '2020-01-01'), (gen_random_uuid(), $1, 'leader', '/33/', '2099-01-01')`, [id, street.communities[0]!.area])
  const { me } = await door().call('identity', 'signIn', { name, password })
  assert.deepEqual(me.posts.map(({ roleName, areaName }) => [roleName, areaName]).toSorted(), [['受理员', me.posts.find(({ role }) => role === 'acceptor')!.areaName], ['网格员', '东苑社区']].toSorted())
  assert.deepEqual([me.may['event.accept'], me.may['event.check'], me.may['event.close']], [[street.area], [street.communities[0]!.area], undefined])
})

test('a mini-program keeps no cookies: it is given the token itself', async () => {
  const { name } = await somebody('gridWorker')
  const phone = door()
  const { token } = await phone.call('identity', 'signIn', { name, password, client: 'miniProgram' })
  assert.match(token ?? '', /^[\w-]{43}$/)
  await assert.rejects(phone.call('identity', 'me', {}), { code: 'sign-in.needed' })
  assert.equal((await whoIs(city.server.around.database, token!, new Date())).name, '李例二')
})

test('a wrong password and an unknown name are answered alike, and both stay on record', async () => {
  const { id, name } = await somebody()
  const told = async (who: string) => door().call('identity', 'signIn', { name: who, password: 'Wrong-2026-words' }).then(() => undefined, ({ problem }) => ({ ...problem, request: '' }))
  assert.deepEqual(await told(name), await told('nobody.knows'))
  assert.deepEqual(await journalOf(id), [['identity.sign-in-failed', 'wrong']])
  const { rows } = await city.owner.query(`select details, address, area from journal where subject_kind = 'name' and subject = 'unknown' order by at desc limit 1`)
  assert.deepEqual([rows[0].details, rows[0].area], [{ why: 'unknown' }, '/'])
})

test('after five wrong tries the account is locked for a quarter of an hour, even for the right password', async () => {
  stands('09:00:00')
  const { id, name } = await somebody()
  const guess = () => door().call('identity', 'signIn', { name, password: 'Wrong-2026-words' })
  for (const _ of [1, 2, 3, 4]) await assert.rejects(guess(), { code: 'sign-in.wrong' })
  await assert.rejects(guess(), { code: 'sign-in.locked', message: '连续输错 5 次，账号已锁定，请在 09:15 后再试' })
  await assert.rejects(door().call('identity', 'signIn', { name, password }), { code: 'sign-in.locked' })
  stands('09:15:00')
  await door().call('identity', 'signIn', { name, password })
  const names = (await journalOf(id)).map(([journaled, why]) => `${journaled} ${why}`)
  assert.deepEqual(names.slice(-4), ['identity.sign-in-failed wrong', 'identity.locked 2026-03-02T01:15:00.000Z', 'identity.sign-in-failed locked', 'identity.signed-in password'])
})

test('guesses sent at once count one by one', async () => {
  const { name, id } = await somebody()
  const answers = await Promise.allSettled(Array.from({ length: 8 }, () => door().call('identity', 'signIn', { name, password: 'Wrong-2026-words' })))
  assert.deepEqual(answers.map((answer) => answer.status === 'rejected' && answer.reason.code).toSorted(), [...Array(4).fill('sign-in.locked'), ...Array(4).fill('sign-in.wrong')])
  assert.equal((await journalOf(id)).filter(([what]) => what === 'identity.locked').length, 1)
})

test('a disabled account is closed, but only who knows the password learns it', async () => {
  const { id, name } = await somebody()
  await city.owner.query('update account set is_enabled = false where id = $1', [id])
  await assert.rejects(door().call('identity', 'signIn', { name, password: 'Wrong-2026-words' }), { code: 'sign-in.wrong' })
  await assert.rejects(door().call('identity', 'signIn', { name, password }), { code: 'sign-in.disabled' })
  assert.deepEqual(await journalOf(id), [['identity.sign-in-failed', 'wrong'], ['identity.sign-in-failed', 'disabled']])
})

test('after ninety days the password must be changed, and the last five are not taken again', async () => {
  const { name } = await somebody('acceptor', new Date('2025-12-02T09:00:00+08:00'))
  stands('09:00:00')
  const clerk = door()
  assert.equal((await clerk.call('identity', 'signIn', { name, password })).me.mustChangePassword, true)
  await assert.rejects(clerk.call('identity', 'sessions', {}), { code: 'sign-in.change-password' })
  const chosen = [1, 2, 3, 4, 5].map((at) => `Spring-Number-${at}`)
  let old = password
  for (const one of chosen) {
    await clerk.call('identity', 'changePassword', { old, new: one })
    old = one
  }
  await assert.rejects(clerk.call('identity', 'changePassword', { old, new: chosen[0]! }), { code: 'password.used' })
  await clerk.call('identity', 'changePassword', { old, new: password })
})

test('with a one-time code bound the password alone is not enough, and a code works once', async () => {
  const { id, name } = await somebody()
  stands('09:00:00')
  const clerk = door()
  await clerk.call('identity', 'signIn', { name, password })
  const { secret, uri, picture } = await clerk.call('identity', 'beginTotp', {})
  assert.match(uri, /^otpauth:\/\/totp\//)
  assert.match(picture, /^data:image\/png;base64,/)
  const code = (moment: string) => new TOTP({ secret }).generate({ timestamp: Date.parse(`2026-03-02T${moment}+08:00`) })
  const wrong = String((Number(code('09:00:00')) + 1) % 1_000_000).padStart(6, '0')
  await assert.rejects(clerk.call('identity', 'confirmTotp', { code: wrong }), { code: 'totp.wrong' })
  await clerk.call('identity', 'confirmTotp', { code: code('09:00:00') })
  await assert.rejects(clerk.call('identity', 'beginTotp', {}), { code: 'conflict.exists' })
  await assert.rejects(door().call('identity', 'signIn', { name, password }), { code: 'sign-in.code-needed' })
  await assert.rejects(door().call('identity', 'signIn', { name, password, code: code('09:00:00') }), { code: 'sign-in.code-wrong' })
  stands('09:01:00')
  assert.equal((await door().call('identity', 'signIn', { name, password, code: code('09:01:00') })).me.hasTotp, true)
  await assert.rejects(door().call('identity', 'signIn', { name, password, code: code('09:01:00') }), { code: 'sign-in.code-wrong' })
  const { rows } = await city.owner.query('select totp from account where id = $1', [id])
  assert.equal((rows[0].totp as Buffer).includes(secret), false)
  await assert.rejects(clerk.call('identity', 'removeTotp', { password: 'Wrong-2026-words' }), { code: 'password.wrong' })
  await clerk.call('identity', 'removeTotp', { password })
  await door().call('identity', 'signIn', { name, password })
  assert.deepEqual((await journalOf(id)).map(([what]) => what), ['identity.signed-in', 'identity.totp-begun', 'identity.totp-bound', 'identity.sign-in-failed', 'identity.signed-in', 'identity.sign-in-failed', 'identity.password-refused', 'identity.totp-removed', 'identity.signed-in'])
})

test('somebody at an open screen cannot try passwords for long', async () => {
  const { name } = await somebody()
  const thief = door()
  await thief.call('identity', 'signIn', { name, password })
  for (const _ of [1, 2, 3, 4]) await assert.rejects(thief.call('identity', 'changePassword', { old: 'Wrong-2026-words', new: 'Stolen-2026-words' }), { code: 'password.wrong' })
  await assert.rejects(thief.call('identity', 'removeTotp', { password: 'Wrong-2026-words' }), { code: 'sign-in.locked' })
  await assert.rejects(thief.call('identity', 'changePassword', { old: password, new: 'Stolen-2026-words' }), { code: 'sign-in.locked' })
})

test('one sees the own devices, ends another, and a new password ends all others', async () => {
  const { id, name } = await somebody()
  const [desk, phone, other] = [door(), visitor(city.http, 'Mozilla/5.0 (Linux; Android 14) Chrome/140.0'), door()]
  for (const device of [desk, phone, other]) await device.call('identity', 'signIn', { name, password })
  const { rows } = await desk.call('identity', 'sessions', {})
  assert.deepEqual(rows.map(({ device, current }) => [device, current]).toSorted(), [['Chrome · Windows', false], ['Chrome · Windows', true], ['Chrome · 安卓', false]])
  const stranger = await street.staff('钱样四', 'acceptor')
  const phoneSession = rows.find(({ device }) => device === 'Chrome · 安卓')!.id
  await assert.rejects(stranger.call('identity', 'endSession', { id: phoneSession }), { code: 'not-found' })
  await desk.call('identity', 'endSession', { id: phoneSession })
  await assert.rejects(phone.call('identity', 'me', {}), { code: 'sign-in.needed' })
  await desk.call('identity', 'changePassword', { old: password, new: 'Another-word-2026' })
  await assert.rejects(other.call('identity', 'me', {}), { code: 'sign-in.needed' })
  await desk.call('identity', 'signOut', {})
  assert.equal(desk.cookies.has('linli_session'), false)
  await assert.rejects(desk.call('identity', 'me', {}), { code: 'sign-in.needed' })
  assert.deepEqual((await journalOf(id)).map(([what]) => what).slice(3), ['identity.session-ended', 'identity.password-changed', 'identity.signed-out'])
})

test('a session of staff ends after half an hour without work and after half a day in any case', async () => {
  const { name } = await somebody()
  stands('08:00:00')
  const [idle, busy] = [door(), door()]
  for (const device of [idle, busy]) await device.call('identity', 'signIn', { name, password })
  for (let minute = 8 * 60 + 29; minute < 20 * 60; minute += 29) {
    stands(`${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}:00`)
    await busy.call('identity', 'me', {})
    if (minute === 8 * 60 + 29) continue
    await assert.rejects(idle.call('identity', 'me', {}), { code: 'sign-in.needed' })
  }
  stands('20:00:00')
  await assert.rejects(busy.call('identity', 'me', {}), { code: 'sign-in.needed' })
})

test('an open stream alone keeps nobody signed in', async () => {
  const { name } = await somebody()
  const clerk = door()
  stands('08:00:00')
  await clerk.call('identity', 'signIn', { name, password })
  const looksOn = async (moment: string) => (await whoIs(city.server.around.database, clerk.cookies.get('linli_session'), new Date(`2026-03-02T${moment}+08:00`), false)).name
  assert.deepEqual([await looksOn('08:20:00'), await looksOn('08:29:00'), await looksOn('08:30:00')], ['李例二', '李例二', '访客'])
})

test('the cookie is for the server alone, and only its hash is stored', async () => {
  const { id, name } = await somebody()
  const answer = await city.http.inject({ method: 'POST', url: '/api/identity/signIn', payload: { name, password }, headers: { 'x-forwarded-proto': 'https', 'x-forwarded-for': '10.8.0.1' } })
  const [cookie] = answer.cookies
  assert.deepEqual([cookie!.httpOnly, cookie!.sameSite, cookie!.secure, cookie!.path, cookie!.maxAge], [true, 'Lax', true, '/', 43_200])
  assert.equal(Buffer.from(cookie!.value, 'base64url').length, 32)
  const { rows } = await city.owner.query('select token from session where account = $1 order by since desc', [id])
  assert.equal(rows.some(({ token }) => (token as Buffer).equals(Buffer.from(cookie!.value, 'base64url'))), false)
})
