import { askJson } from './ask.ts'
import { OutsideFailure } from './failure.ts'

export interface WeChat {
  /** `wx.login` code → openid. Null where WeChat says the code is not valid. */
  openIdOf(code: string): Promise<string | null>
  /** `getPhoneNumber` code → phone number without country code. Null where WeChat says the code is not valid. */
  phoneOf(phoneCode: string): Promise<string | null>
}

/** The official account's server side: what a person at the desk says to somebody who wrote within 48 hours (客服消息). */
export interface OfficialAccount {
  /** Throws where WeChat refuses it or nothing answers, so that the job tries again. */
  sendText(openId: string, text: string): Promise<void>
}

export interface WeChatSettings { endpoint: string, appId: string, appSecret: string }

interface Failed { errcode?: number }
/** Codes of the platform: the code is wrong (40029), was used (40163), or its owner is barred (40226). */
const invalidCode = [40029, 40163, 40226]
const invalidToken = [40001, 40014, 42001]

/** The mini-program's server side, https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/: code2Session, getStableAccessToken, getPhoneNumber. */
export function openWeChat({ endpoint, appId, appSecret }: WeChatSettings): WeChat {
  const token = tokens({ endpoint, appId, appSecret })
  const askPhone = async (code: string) => post<Failed & { phone_info?: { purePhoneNumber?: string, countryCode?: string | number } }>(
    address(endpoint, '/wxa/business/getuserphonenumber', { access_token: await token.get() }), { code })
  return {
    async openIdOf(code) {
      const answer = await askJson<Failed & { openid?: string }>('wechat', address(endpoint, '/sns/jscode2session', { appid: appId, secret: appSecret, js_code: code, grant_type: 'authorization_code' }))
      return isRefused(answer) ? null : answer.openid ?? fail(answer)
    },
    async phoneOf(code) {
      let answer = await askPhone(code)
      if (invalidToken.includes(answer.errcode ?? 0)) {
        token.forget()
        answer = await askPhone(code)
      }
      if (isRefused(answer)) return null
      const { purePhoneNumber, countryCode } = answer.phone_info ?? fail(answer)
      return String(countryCode) === '86' ? purePhoneNumber ?? fail(answer) : null
    },
  }
}

/** https://developers.weixin.qq.com/doc/offiaccount/Message_Management/Service_Center_messages.html: message/custom/send. */
export function openOfficialAccount({ endpoint, appId, appSecret }: WeChatSettings): OfficialAccount {
  const token = tokens({ endpoint, appId, appSecret })
  const send = async (openId: string, text: string) => post<Failed>(address(endpoint, '/cgi-bin/message/custom/send', { access_token: await token.get() }), { touser: openId, msgtype: 'text', text: { content: text } })
  return {
    async sendText(openId, text) {
      let answer = await send(openId, text)
      if (invalidToken.includes(answer.errcode ?? 0)) {
        token.forget()
        answer = await send(openId, text)
      }
      if (answer.errcode) fail(answer)
    },
  }
}

/** The stable access token: kept until five minutes before its end, asked for once however many wait for it. */
function tokens({ endpoint, appId, appSecret }: WeChatSettings) {
  let kept: { token: Promise<string>, until: number } | undefined
  const fetchToken = async () => {
    const answer = await post<Failed & { access_token?: string, expires_in?: number }>(address(endpoint, '/cgi-bin/stable_token'), { grant_type: 'client_credential', appid: appId, secret: appSecret, force_refresh: false })
    if (kept && answer.expires_in) kept.until = Date.now() + (answer.expires_in - 300) * 1000
    return answer.access_token ?? fail(answer)
  }
  const forget = () => { kept = undefined }
  return {
    forget,
    get() {
      if (kept && Date.now() < kept.until) return kept.token
      const token = fetchToken()
      token.catch(forget)
      kept = { token, until: Date.now() + 10_000 }
      return token
    },
  }
}

const address = (endpoint: string, path: string, query: Record<string, string> = {}) => new URL(`${path}?${new URLSearchParams(query)}`, endpoint)
const post = <T>(to: URL, body: object) => askJson<T>('wechat', to, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
const isRefused = ({ errcode }: Failed) => invalidCode.includes(errcode ?? 0)

function fail({ errcode }: Failed): never {
  throw new OutsideFailure(`wechat: ${errcode ?? 'unexpected answer'}`)
}
