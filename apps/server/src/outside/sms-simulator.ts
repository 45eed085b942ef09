import { randomUUID } from 'node:crypto'
import { sign } from './aliyun-signature.ts'
import { openLoopback, type Answer, type Asked, type Loopback } from './loopback.ts'

/** A message as a phone would show it. */
export interface SmsSent { at: string, phone: string, text: string, id: string }

export interface SmsSimulator extends Loopback { messages(): SmsSent[] }
export interface Keys { accessKeyId: string, accessKeySecret: string }

/** Template code → text with `${name}` for its values; as they would be approved: no phone numbers, and of links only `${code}` is a value where the domain stands in the template. */
export const simulatedTemplates: Record<string, string> = {
  SMS_LINLI_CODE: '您的验证码为 ${code}，5 分钟内有效，请勿告诉他人。',
  SMS_LINLI_ASK: '您反映的“${matter}”需要补充情况，请在${until}前打开 ${link} 填写，链接只能用一次。',
  SMS_LINLI_FORWARD: '请${unit}协助办理“${matter}”，${until}前办好后打开 ${link} 填写结果，链接只能用一次。',
  SMS_LINLI_REPLY: '您好，关于您的咨询：${text}',
}
/** Our names of these. */
export const simulatedNames = { code: 'SMS_LINLI_CODE', ask: 'SMS_LINLI_ASK', forward: 'SMS_LINLI_FORWARD', reply: 'SMS_LINLI_REPLY' }
/** Letters of a value, unless the gateway lifted it for an account (模板变量规范, 长变量短信发送与字符限制). */
export const valueLetters = 35

const kept = 100
/** The gateway accepts requests made within a quarter of an hour. */
const freshMs = 15 * 60_000

/** Speaks the wire protocol of dysmsapi SendSms on loopback, checks the signature, sends nothing, keeps the last 100 messages: `GET /messages`. */
export async function startSmsSimulator(keys: Keys): Promise<SmsSimulator> {
  const messages: SmsSent[] = []
  const nonces = new Set<string>()
  const loopback = await openLoopback((asked) => {
    if (asked.method === 'GET' && asked.path === '/messages') return { body: { rows: messages } }
    const parameters = parametersOf(asked)
    const refusal = refused(asked, parameters, keys) ?? (nonces.has(parameters.SignatureNonce!) ? refusalOf('SignatureNonceUsed', 400) : undefined) ?? unsendable(parameters)
    if (refusal) return refusal
    nonces.add(parameters.SignatureNonce!)
    const id = randomUUID()
    messages.unshift({ at: new Date().toISOString(), phone: parameters.PhoneNumbers!, text: `【${parameters.SignName}】${textOf(parameters)}`, id })
    messages.splice(kept)
    return { body: { Code: 'OK', Message: 'OK', BizId: id, RequestId: randomUUID() } }
  })
  return { ...loopback, messages: () => [...messages] }
}

const parametersOf = ({ query, body }: Asked): Record<string, string> => Object.fromEntries([...query, ...new URLSearchParams(body)])

/** Who asks, and is it really them, now? The codes are Aliyun's. */
function refused({ method }: Asked, { Signature, ...parameters }: Record<string, string>, keys: Keys): Answer | undefined {
  if (parameters.Action !== 'SendSms' || parameters.Version !== '2017-05-25') return refusalOf('InvalidAction.NotFound', 404)
  if (parameters.AccessKeyId !== keys.accessKeyId) return refusalOf('InvalidAccessKeyId.NotFound', 404)
  if (Signature !== sign(method as 'POST', parameters, keys.accessKeySecret)) return refusalOf('SignatureDoesNotMatch', 400)
  if (!(Math.abs(Date.now() - Date.parse(parameters.Timestamp ?? '')) < freshMs)) return refusalOf('InvalidTimeStamp.Expired', 400)
  return undefined
}

/** Refusals of the message itself come with status 200. */
function unsendable({ PhoneNumbers = '', TemplateCode = '', TemplateParam = '' }: Record<string, string>): Answer | undefined {
  const template = simulatedTemplates[TemplateCode]
  if (!/^1[3-9]\d{9}$/.test(PhoneNumbers)) return refusalOf('isv.MOBILE_NUMBER_ILLEGAL')
  if (template === undefined) return refusalOf('isv.SMS_TEMPLATE_ILLEGAL')
  const wanted = [...template.matchAll(/\$\{(\w+)\}/g)].map(([, name]) => name!)
  const values = JSON.parse(TemplateParam) as Record<string, string>
  if (!wanted.every((name) => name in values)) return refusalOf('isv.TEMPLATE_MISSING_PARAMETERS')
  // A link is a code in an approved template.
  const free = wanted.filter((name) => name !== 'link').map((name) => values[name]!)
  if (free.some((value) => value.length > valueLetters)) return refusalOf('isv.PARAM_LENGTH_LIMIT')
  return free.some((value) => /https?:|www\.|[【】]/.test(value)) ? refusalOf('isv.PARAM_NOT_SUPPORT_URL') : undefined
}

const refusalOf = (code: string, status = 200): Answer => ({ status, body: { Code: code, Message: code, RequestId: randomUUID() } })

const textOf = ({ TemplateCode, TemplateParam }: Record<string, string>): string => {
  const values = JSON.parse(TemplateParam!) as Record<string, string>
  return simulatedTemplates[TemplateCode!]!.replace(/\$\{(\w+)\}/g, (_, name: string) => values[name] ?? '')
}
