import { randomBytes, randomInt } from 'node:crypto'
import { messageOf, signatureOf } from './wechat-message.ts'

/** Sends what WeChat's server would: the platform's answer, as the person reads it. */
export interface MessageSimulator {
  /** Whether the address is taken as the account's (echostr). */
  prove(): Promise<boolean>
  /** What the account answers; '' where it does not. The same `id` is the same message sent again. */
  say(person: string, text: string, id?: string): Promise<string>
  /** An event or a message that is no text. */
  send(person: string, type: string, more?: Record<string, string>): Promise<string>
}

export type Post = (method: 'GET' | 'POST', path: string, body?: string) => Promise<string>

/** The official account's side of the message interface, in plain mode, on whatever carries it. */
export function messageSimulator({ path, token, post }: { path: string, token: string, post: Post }): MessageSimulator {
  const signed = () => {
    const told = { timestamp: String(Math.floor(Date.now() / 1000)), nonce: randomBytes(5).toString('hex') }
    return new URLSearchParams({ ...told, signature: signatureOf(token, told) })
  }
  const send = async (person: string, type: string, more: Record<string, string> = {}) => {
    const fields = { ToUserName: 'gh_simulator', FromUserName: person, CreateTime: String(Math.floor(Date.now() / 1000)), MsgType: type, ...more }
    const answer = await post('POST', `${path}?${signed()}`, `<xml>${Object.entries(fields).map(([name, value]) => `<${name}><![CDATA[${value.replaceAll(']]>', ']]]]><![CDATA[>')}]]></${name}>`).join('')}</xml>`)
    return answer === '' || answer === 'success' ? '' : messageOf(answer)?.text ?? ''
  }
  return {
    prove: async () => {
      const echo = randomBytes(6).toString('hex')
      return await post('GET', `${path}?${signed()}&echostr=${echo}`) === echo
    },
    say: (person, text, id = String(randomInt(2 ** 40))) => send(person, 'text', { Content: text, MsgId: id }),
    send,
  }
}
