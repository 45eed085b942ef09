import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { inOrder, sign } from './aliyun-signature.ts'
import { OutsideFailure } from './failure.ts'
import { openAliyunSms, type AliyunSettings } from './sms-aliyun.ts'
import { simulatedNames, startSmsSimulator, type SmsSent, type SmsSimulator } from './sms-simulator.ts'

const keys = { accessKeyId: 'testId', accessKeySecret: 'testSecret' }
let simulator: SmsSimulator
before(async () => { simulator = await startSmsSimulator(keys) })
after(() => simulator.close())

const gateway = (change: Partial<AliyunSettings> = {}) =>
  openAliyunSms({ endpoint: simulator.address, ...keys, signName: '临河街道', templates: simulatedNames, replyLongest: 35, ...change })
const message = { id: 'm1', phone: '13900001234', template: 'code' as const, values: { code: '246810' } }

/** The worked example of Aliyun's page 短信服务 HTTP 协议及签名. */
const example = {
  AccessKeyId: 'testId', Action: 'SendSms', Format: 'XML', OutId: '123', PhoneNumbers: '15300000001', RegionId: 'cn-hangzhou', SignName: '阿里云短信测试专用', SignatureMethod: 'HMAC-SHA1',
  SignatureNonce: '45e25e9b-0a6f-4070-8c85-2956eda1b466', SignatureVersion: '1.0', TemplateCode: 'SMS_71390007', TemplateParam: '{"customer":"test"}', Timestamp: '2017-07-12T02:42:19Z', Version: '2017-05-25',
}

test('requests are signed as in the worked example of the gateway', () => {
  assert.equal(sign('GET', example, 'testSecret'), 'zJDF+Lrzhj/ThnlvIToysFRq6t4=')
  assert.equal(inOrder({ b: "it's (a) *", a: '值' }), 'a=%E5%80%BC&b=it%27s%20%28a%29%20%2A')
})

test('a message reaches the phone with its signature and its values', async () => {
  const { gatewayId } = await gateway().send(message)
  const { rows } = await (await fetch(`${simulator.address}/messages`)).json() as { rows: SmsSent[] }
  assert.deepEqual([rows[0]!.id, rows[0]!.phone, rows[0]!.text], [gatewayId, '13900001234', '【临河街道】您的验证码为 246810，5 分钟内有效，请勿告诉他人。'])
})

const refusals: [string, Partial<AliyunSettings>, Partial<typeof message>, string][] = [
  ['a wrong secret', { accessKeySecret: 'other' }, {}, 'SignatureDoesNotMatch'],
  ['an unknown key', { accessKeyId: 'other' }, {}, 'InvalidAccessKeyId.NotFound'],
  ['a template that was not approved', { templates: { ...simulatedNames, code: 'SMS_1' } }, {}, 'isv.SMS_TEMPLATE_ILLEGAL'],
  ['a number that is none', {}, { phone: '12345' }, 'isv.MOBILE_NUMBER_ILLEGAL'],
  ['a value that is missing', {}, { values: {} as { code: string } }, 'isv.TEMPLATE_MISSING_PARAMETERS'],
  ['a value that is too long', {}, { values: { code: '答'.repeat(36) } }, 'isv.PARAM_LENGTH_LIMIT'],
  ['a value with an address', {}, { values: { code: 'https://linli.example.cn' } }, 'isv.PARAM_NOT_SUPPORT_URL'],
]
for (const [what, settings, change, code] of refusals) {
  test(`the gateway refuses ${what}, and the failure tells its code and no number`, async () => {
    const earlier = simulator.messages().length
    await assert.rejects(gateway(settings).send({ ...message, ...change }), (error: Error) => error instanceof OutsideFailure && error.message.includes(code) && !/\d{7}/.test(error.message.replace(/request.*/, '')))
    assert.equal(simulator.messages().length, earlier)
  })
}

test('a request that was listened to is not accepted again, nor an old one', async () => {
  const send = async (change: Record<string, string>) => {
    const parameters = { ...example, PhoneNumbers: '13900001234', TemplateCode: 'SMS_LINLI_CODE', TemplateParam: '{"code":"1"}', Timestamp: new Date().toISOString(), ...change }
    const answer = await fetch(simulator.address, { method: 'POST', body: `${inOrder({ ...parameters, Signature: sign('POST', parameters, 'testSecret') })}` })
    return [answer.status, (await answer.json() as { Code: string }).Code]
  }
  const fresh = { SignatureNonce: 'once', Timestamp: new Date().toISOString() }
  assert.deepEqual(await send(fresh), [200, 'OK'])
  assert.deepEqual(await send(fresh), [400, 'SignatureNonceUsed'])
  assert.deepEqual(await send({ SignatureNonce: 'late', Timestamp: '2017-07-12T02:42:19Z' }), [400, 'InvalidTimeStamp.Expired'])
})

test('only the last hundred messages are kept', async () => {
  const sms = gateway()
  for (let number = 0; number < 101; number += 1) await sms.send({ ...message, values: { code: String(number) } })
  assert.equal(simulator.messages().length, 100)
  assert.match(simulator.messages()[0]!.text, /100，/)
})

test('a gateway that cannot be reached is a failure that tells no number', async () => {
  const gone = await startSmsSimulator(keys)
  await gone.close()
  await assert.rejects(gateway({ endpoint: gone.address }).send(message), (error: Error) => error instanceof OutsideFailure && !error.message.includes('1390000'))
})
