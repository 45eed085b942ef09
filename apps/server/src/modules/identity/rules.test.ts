import assert from 'node:assert/strict'
import { test } from 'node:test'
import { deviceName } from './device.ts'
import { weakness } from './password-rules.ts'
import { afterFailure, isPasswordOld, judge, judgeCode, later, residentName, sessionLife, waitToSend, type Attempt, type Verdict } from './rules.ts'
import { newSecret, stepOf, uriOf } from './totp.ts'

const now = new Date('2026-03-02T09:00:00+08:00')
const ago = (seconds: number) => later(now, -seconds)

const right: Attempt = { now, lockedUntil: null, isEnabled: true, isPasswordRight: true, hasTotp: false, codeStep: undefined }
const attempts: [string, Partial<Attempt>, Verdict][] = [
  ['the right password', {}, 'in'],
  ['a wrong password', { isPasswordRight: false }, 'wrong'],
  ['the right password of a disabled account', { isEnabled: false }, 'disabled'],
  ['a wrong password of a disabled account', { isEnabled: false, isPasswordRight: false }, 'wrong'],
  ['the right password while locked', { lockedUntil: later(now, 1) }, 'locked'],
  ['a wrong password while locked', { lockedUntil: later(now, 1), isPasswordRight: false }, 'locked'],
  ['the right password when the lock has just ended', { lockedUntil: now }, 'in'],
  ['no code where one is needed', { hasTotp: true }, 'code-needed'],
  ['a wrong password where a code is needed', { hasTotp: true, isPasswordRight: false }, 'wrong'],
  ['a wrong code', { hasTotp: true, codeStep: null }, 'code-wrong'],
  ['the right code', { hasTotp: true, codeStep: 59_000_000 }, 'in'],
  ['a right code with a wrong password', { hasTotp: true, codeStep: 59_000_000, isPasswordRight: false }, 'wrong'],
]
for (const [what, change, verdict] of attempts) test(`${what}: ${verdict}`, () => assert.equal(judge({ ...right, ...change }), verdict))

test('the fifth failure locks for a quarter of an hour and begins to count anew', () => {
  assert.deepEqual([0, 1, 2, 3].map((failures) => afterFailure(failures, now)), [1, 2, 3, 4].map((failures) => ({ failures, lockedUntil: null })))
  assert.deepEqual(afterFailure(4, now), { failures: 0, lockedUntil: new Date('2026-03-02T09:15:00+08:00') })
})

test('a password is too old after ninety days', () => {
  assert.deepEqual([null, ago(90 * 86_400 - 1), ago(90 * 86_400)].map((since) => isPasswordOld(since, now)), [false, false, true])
})

test('sessions live as long as the side allows', () => {
  assert.deepEqual([sessionLife('staff'), sessionLife('unit'), sessionLife('resident')], [{ idle: 1800, absolute: 43_200 }, { idle: 1800, absolute: 43_200 }, { idle: 2_592_000, absolute: 7_776_000 }])
})

const sends: [string, number[], number][] = [
  ['never before', [], 0], ['just now', [0], 60], ['59 s ago', [59], 1], ['a minute ago', [60], 0],
  ['five in this hour', [600, 700, 800, 900, 1000], 2600], ['five, the first an hour ago', [600, 700, 800, 900, 3600], 0],
  ['ten today', [4000, 5000, 6000, 7000, 8000, 9000, 10_000, 11_000, 12_000, 13_000], 86_400 - 13_000],
]
for (const [what, sent, wait] of sends) test(`a code sent ${what}: wait ${wait} s`, () => assert.equal(waitToSend(sent.map(ago), now), wait))

const sent = { until: later(now, 1), tries: 0, isUsed: false }
const codes: [string, Partial<typeof sent> | undefined, boolean, string][] = [
  ['the code that was sent', {}, true, 'right'], ['another code', {}, false, 'wrong'], ['any code when none was sent', undefined, true, 'none'],
  ['a code that was used', { isUsed: true }, true, 'none'], ['a code five minutes old', { until: now }, true, 'none'],
  ['the code at the fifth try', { tries: 4 }, true, 'right'], ['the code after five wrong tries', { tries: 5 }, true, 'none'],
]
for (const [what, change, isSame, verdict] of codes) test(`${what}: ${verdict}`, () => assert.equal(judgeCode(change && { ...sent, ...change }, isSame, now), verdict))

const owner = { name: '王示一', signInName: 'wang.shi', phone: '13900001234' }
const passwords: [string, RegExp | undefined][] = [
  ['Linhe-2026', undefined], ['linhe-2026', undefined], ['LINHE2026a', undefined], ['临河临河临河-2026', /三种/], ['临河Linhe202', undefined],
  ['Linhe-202', /10 位/], ['linhe20260', /三种/], ['          ', /三种/], ['Wang.Shi-2026', /登录名/], ['x王示一-Abc2026', /姓名/], ['Aa-13900001234', /手机号/],
]
for (const [password, wrong] of passwords) {
  test(`「${password}」 ${wrong ? 'is refused' : 'is good enough'}`, () => {
    const words = weakness(password, owner)
    assert.equal(wrong ? wrong.test(words ?? '') : words === undefined, true, words)
  })
}

test('one-time codes are those of RFC 6238, appendix B', () => {
  // The appendix's secret, and the last six of its eight digits.
  const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'
  for (const [seconds, code] of [[59, '287082'], [1_111_111_109, '081804'], [1_111_111_111, '050471'], [2_000_000_000, '279037']] as const) {
    assert.equal(stepOf(secret, code, { now: new Date(seconds * 1000), last: null }), Math.floor(seconds / 30))
  }
})

test('a code counts one step early or late, and its step only once', () => {
  const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'
  const at = (seconds: number, last: number | null = null) => stepOf(secret, '287082', { now: new Date(seconds * 1000), last })
  assert.deepEqual([at(29), at(30), at(89), at(90)], [1, 1, 1, null])
  assert.deepEqual([at(59, 0), at(59, 1), at(59, 2)], [1, null, null])
})

test('a secret has 160 bits and is told in the form authenticator apps read', () => {
  const secret = newSecret()
  assert.match(secret, /^[A-Z2-7]{32}$/)
  assert.notEqual(secret, newSecret())
  assert.equal(uriOf(secret, 'wang.shi'), `otpauth://totp/${encodeURIComponent('邻里')}:wang.shi?issuer=${encodeURIComponent('邻里')}&secret=${secret}&algorithm=SHA1&digits=6&period=30`)
})

test('a resident without a name is called by the end of the phone number', () => assert.equal(residentName('13900001234'), '居民1234'))

const devices: [string, string][] = [
  ['Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0', 'Edge · Windows'],
  ['Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/116 Mobile Safari/537.36 MicroMessenger/8.0.47 miniProgram/wx01', '微信小程序 · 安卓'],
  ['Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 MicroMessenger/8.0.50', '微信 · 苹果手机或平板'],
  ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox · Linux'],
  ['Mozilla/5.0 (Phone; OpenHarmony 5.0) AppleWebKit/537.36 Chrome/114 Safari/537.36 ArkWeb/4.1', 'Chrome · 鸿蒙'],
  ['curl/8', '其他设备'], ['', '其他设备'],
]
for (const [userAgent, name] of devices) test(`the device ${name}`, () => assert.equal(deviceName(userAgent), name))
