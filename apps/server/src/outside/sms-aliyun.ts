import { randomUUID } from 'node:crypto'
import { inOrder, sign } from './aliyun-signature.ts'
import { askJson } from './ask.ts'
import { OutsideFailure } from './failure.ts'
import type { Sms, SmsMessage, SmsTemplate } from './sms.ts'

export interface AliyunSettings {
  endpoint: string
  accessKeyId: string
  accessKeySecret: string
  /** The signature 【…】 that was filed under a real name. */
  signName: string
  /** Our name of a template → the code it was approved under; null where it was not. */
  templates: Record<SmsTemplate, string | null>
  /** How many letters the gateway takes for the text of a reply. */
  replyLongest: number
}

/** Aliyun 短信服务, dysmsapi 2017-05-25, SendSms. Parameters go in the body, so that phone numbers stand in no proxy's log. */
export const openAliyunSms = (settings: AliyunSettings): Sms => ({
  replyLongest: settings.replyLongest,
  has: (template) => settings.templates[template] !== null,
  async send(message) {
    const parameters = parametersOf(settings, message)
    const body = inOrder({ ...parameters, Signature: sign('POST', parameters, settings.accessKeySecret) })
    const answer = await askJson<{ Code?: string, BizId?: string, RequestId?: string }>('sms', new URL(settings.endpoint), { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body })
    if (answer.Code !== 'OK' || !answer.BizId) throw new OutsideFailure(`sms: ${answer.Code ?? 'no code'} (request ${answer.RequestId ?? 'unknown'})`)
    return { gatewayId: answer.BizId }
  },
})

const parametersOf = ({ accessKeyId, signName, templates }: AliyunSettings, { phone, template, values, id }: SmsMessage): Record<string, string> => ({
  AccessKeyId: accessKeyId, Action: 'SendSms', Format: 'JSON', RegionId: 'cn-hangzhou', Version: '2017-05-25',
  SignatureMethod: 'HMAC-SHA1', SignatureVersion: '1.0', SignatureNonce: randomUUID(), Timestamp: new Date().toISOString().replace(/\.\d+Z$/, 'Z'),
  PhoneNumbers: phone, SignName: signName, TemplateCode: templates[template] ?? template, TemplateParam: JSON.stringify(values), OutId: id,
})
