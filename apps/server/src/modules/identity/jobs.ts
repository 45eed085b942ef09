import { newId } from '../../kernel/id.ts'
import type { JobDefinition, JobTools } from '../../kernel/module.ts'

/** A code that ran out while the gateway did not answer is of no use to anybody. */
export async function sendCode({ outside, around, now }: JobTools, { sealed, until }: { sealed: string, until: string }): Promise<void> {
  if (new Date(until) <= now) return
  if (!outside.sms) throw new Error('没有设置短信服务')
  const { phone, code } = JSON.parse(around.crypto.decrypt(Buffer.from(sealed, 'base64'), 'identity.send-code')) as { phone: string, code: string }
  await outside.sms.send({ id: newId(now), phone, template: 'code', values: { code } })
}

export const jobs: Record<string, JobDefinition> = {
  'identity.send-code': { title: '发送登录验证码', run: sendCode },
}
