import { useState } from 'react'
import { Refusal } from '@linli/client'
import { GivePhone, Words } from '#element'
import { call } from '../../kernel/call.ts'
import { useSend } from '../../kernel/send.ts'
import { warn } from '../../kernel/toast.ts'
import { Button } from '../../parts/button.tsx'
import { Card } from '../../parts/card.tsx'
import type { WayProps } from './code-way.tsx'

type WeChatWayProps = WayProps & { code: () => Promise<string>, onOther: (() => void) | null }

/** One tap; the first time WeChat is also asked for the phone number, so that the community can call back. */
export function WeChatWay({ allowed, done, code, onOther }: WeChatWayProps) {
  const [needsPhone, setNeedsPhone] = useState(false)
  const { isSending, send } = useSend()
  const enter = (phoneCode?: string) => send(async () => {
    try {
      done((await call('identity', 'signInByWeChat', { code: await code(), phoneCode })).token)
    } catch (reason) {
      if (!(reason instanceof Refusal && reason.code === 'sign-in.phone-needed')) throw reason
      setNeedsPhone(true)
    }
  })
  const give = (phoneCode: string | null) => {
    if (phoneCode) void enter(phoneCode)
    else warn(onOther ? '没有得到手机号，也可以用短信验证码登录' : '没有得到手机号，请允许使用后再试')
  }
  return (
    <Card>
      {needsPhone && GivePhone
        ? (
          <>
            <Words as="p" className="sign-in__why">第一次登录，请允许使用微信绑定的手机号。有需要核实的情况时，社区会打这个电话。</Words>
            <GivePhone className="button button--main button--wide" onGive={give}>允许使用手机号</GivePhone>
          </>
        )
        : <Button words="微信一键登录" isWide isBusy={isSending} onPress={() => { if (allowed()) void enter() }} />}
      {onOther && <Button words="用短信验证码登录" look="quiet" isWide onPress={onOther} />}
    </Card>
  )
}
