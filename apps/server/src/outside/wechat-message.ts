import { createHash, timingSafeEqual } from 'node:crypto'

/** Who vouches for a call: WeChat's server signs with the token that both sides know. */
export interface Signed { signature: string, timestamp: string, nonce: string }

/** A message of somebody to the official account (接收普通消息, 接收事件推送): what they wrote, said (`Recognition`) or did. */
export interface WeChatMessage { to: string, from: string, type: string, event: string | null, text: string, id: string | null }

/** https://developers.weixin.qq.com/doc/offiaccount/Basic_Information/Access_Overview.html: SHA-1 over token, timestamp and nonce in the order of their letters. */
export const signatureOf = (token: string, { timestamp, nonce }: Omit<Signed, 'signature'>): string => createHash('sha1').update([token, timestamp, nonce].toSorted().join('')).digest('hex')

export function isSignedBy(token: string, signed: Partial<Signed>): boolean {
  const { signature = '', timestamp = '', nonce = '' } = signed
  const wanted = Buffer.from(signatureOf(token, { timestamp, nonce }))
  const given = Buffer.from(signature)
  return given.length === wanted.length && timingSafeEqual(given, wanted)
}

/** One level of elements with text or CDATA, as the platform sends it; nothing else is read. */
const element = /<(\w+)>(?:<!\[CDATA\[([\s\S]*?)\]\]>|([^<]*))<\/\1>/g

/** Nothing where it is no such message. */
export function messageOf(xml: string): WeChatMessage | undefined {
  const inner = /^\s*<xml>([\s\S]*)<\/xml>\s*$/.exec(xml)?.[1]
  if (inner === undefined) return undefined
  const told = Object.fromEntries([...inner.matchAll(element)].map(([, name, data, plain]) => [name!, (data ?? plain ?? '').trim()]))
  const { ToUserName: to, FromUserName: from, MsgType: type } = told
  if (!to || !from || !type) return undefined
  return { to, from, type, event: told.Event ?? null, text: told.Content ?? told.Recognition ?? '', id: told.MsgId ?? null }
}

/** CDATA ends nowhere but where it is meant to. */
const data = (text: string): string => `<![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`

/** The answer in the same call (被动回复用户消息), at most 2,048 bytes of text; `at` in seconds. */
export const replyTo = ({ from, to }: Pick<WeChatMessage, 'from' | 'to'>, text: string, at: number): string =>
  `<xml><ToUserName>${data(from)}</ToUserName><FromUserName>${data(to)}</FromUserName><CreateTime>${at}</CreateTime><MsgType>${data('text')}</MsgType><Content>${data(cutTo(text, 2000))}</Content></xml>`

/** No more than so many bytes, without half a letter at the end. */
function cutTo(text: string, most: number): string {
  if (Buffer.byteLength(text) <= most) return text
  let cut = text.slice(0, most)
  while (Buffer.byteLength(cut) > most - 3) cut = cut.slice(0, -1)
  return `${cut}…`
}
