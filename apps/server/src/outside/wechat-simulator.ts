import { createHash, randomBytes } from 'node:crypto'
import { openLoopback, type Answer, type Asked, type Loopback } from './loopback.ts'

interface App { appId: string, appSecret: string }

/** What the official account said to whom, the newest first. */
export interface WeChatSimulator extends Loopback { said(): { to: string, text: string }[] }

const tokenSeconds = 7200
const form = /^([\w-]{1,64})\.[\w-]{1,64}$/

/**
 * Speaks the wire protocol of api.weixin.qq.com on loopback. A sign-in code is `<person>.<anything>`, a phone code `<phone>.<anything>`;
 * each is good once, like the real ones, and the same person always has the same openid.
 */
export async function startWeChatSimulator(app: App): Promise<WeChatSimulator> {
  const used = new Set<string>()
  const tokens = new Set<string>()
  const said: { to: string, text: string }[] = []
  const take = (code: string): string | Answer => {
    if (used.has(code)) return refusal(40163, 'code been used')
    const [, meaning] = form.exec(code) ?? []
    if (meaning === undefined) return refusal(40029, 'invalid code')
    used.add(code)
    return meaning
  }
  const paths: Record<string, (asked: Asked) => Answer> = {
    '/sns/jscode2session': ({ query }) => {
      const person = wrongApp(app, query.get('appid'), query.get('secret')) ?? take(query.get('js_code') ?? '')
      return typeof person === 'string' ? { body: { openid: openIdOf(app, person), session_key: randomBytes(16).toString('base64') } } : person
    },
    '/cgi-bin/stable_token': ({ body }) => {
      const { appid, secret } = JSON.parse(body) as { appid: string, secret: string }
      const token = randomBytes(32).toString('hex')
      const wrong = wrongApp(app, appid, secret)
      if (!wrong) tokens.add(token)
      return wrong ?? { body: { access_token: token, expires_in: tokenSeconds } }
    },
    '/wxa/business/getuserphonenumber': ({ query, body }) => {
      if (!tokens.has(query.get('access_token') ?? '')) return refusal(40001, 'invalid credential')
      const phone = take((JSON.parse(body) as { code: string }).code)
      return typeof phone === 'string' ? { body: { errcode: 0, errmsg: 'ok', phone_info: { phoneNumber: phone, purePhoneNumber: phone, countryCode: '86', watermark: { timestamp: Math.floor(Date.now() / 1000), appid: app.appId } } } } : phone
    },
    '/cgi-bin/message/custom/send': ({ query, body }) => {
      if (!tokens.has(query.get('access_token') ?? '')) return refusal(40001, 'invalid credential')
      const { touser, msgtype, text } = JSON.parse(body) as { touser?: string, msgtype?: string, text?: { content?: string } }
      if (!touser || msgtype !== 'text' || !text?.content) return refusal(40003, 'invalid openid')
      said.unshift({ to: touser, text: text.content })
      return refusal(0, 'ok')
    },
  }
  const loopback = await openLoopback((asked) => paths[asked.path]?.(asked) ?? { status: 404, body: {} })
  return { ...loopback, said: () => [...said] }
}

const refusal = (errcode: number, errmsg: string): Answer => ({ body: { errcode, errmsg } })

function wrongApp({ appId, appSecret }: App, id: string | null, secret: string | null): Answer | undefined {
  if (id !== appId) return refusal(40013, 'invalid appid')
  return secret === appSecret ? undefined : refusal(40125, 'invalid appsecret')
}

/** An openid belongs to one app. */
const openIdOf = ({ appId }: App, person: string) => `o${createHash('sha256').update(`${appId} ${person}`).digest('base64url').slice(0, 27)}`
