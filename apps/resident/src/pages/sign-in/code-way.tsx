import { useState } from 'react'
import { Refusal } from '@linli/client'
import { toHalfWidth } from '@linli/standards/text.ts'
import { Box } from '#element'
import { phone } from '#phone'
import { call } from '../../kernel/call.ts'
import { wordsOf } from '../../kernel/problem.ts'
import { useSend } from '../../kernel/send.ts'
import { tell, warn } from '../../kernel/toast.ts'
import { Button } from '../../parts/button.tsx'
import { Card } from '../../parts/card.tsx'
import { TextField } from '../../parts/text-field.tsx'
import { Demo } from './demo.tsx'
import { useCountdown } from './countdown.ts'

export type WayProps = { allowed: () => boolean, done: (token: string | null) => void }

const numberForm = /^1[3-9]\d{9}$/
const codeForm = /^\d{6}$/
/** Chinese keyboards write full-width digits too. */
const onlyDigits = (text: string) => toHalfWidth(text).replace(/\D/g, '')
/** As it comes from the address book: +86 139 0000 1234. */
const numberIn = (text: string) => onlyDigits(text).replace(/^(?:00)?86(?=1)/, '').slice(0, 11)

/** By phone number and the code of a text message. */
export function CodeWay({ allowed, done, isDemo, onOther }: WayProps & { isDemo: boolean, onOther: (() => void) | null }) {
  const [number, setNumber] = useState('')
  const [code, setCode] = useState('')
  const [wrong, setWrong] = useState<{ number?: string, code?: string }>({})
  const { left, wait } = useCountdown()
  const asking = useSend()
  const entering = useSend()

  const show = (missing: { number?: string, code?: string }) => {
    setWrong(missing)
    phone.showField(missing.number ? 'phone' : 'code')
  }
  const ask = () => {
    if (!allowed()) return
    if (!numberForm.test(number)) return show({ number: '请填写 11 位手机号' })
    void asking.send(async () => {
      try {
        wait((await call('identity', 'sendCode', { phone: number })).waitSeconds)
        tell('验证码已发送，请看手机短信')
      } catch (reason) {
        wait(waitOf(reason))
        throw reason
      }
    })
  }
  const enter = () => {
    if (!allowed()) return
    const missing = { ...(!numberForm.test(number) && { number: '请填写 11 位手机号' }), ...(!codeForm.test(code) && { code: '请填写短信里的 6 位数字' }) }
    if (missing.number || missing.code) return show(missing)
    void entering.send(async () => {
      const client = phone.weChatCode ? 'miniProgram' : 'browser'
      try {
        done((await call('identity', 'signInByCode', { phone: number, code, client })).token)
      } catch (reason) {
        show({ code: wordsOf(reason) })
        warn(wordsOf(reason))
      }
    })
  }
  return (
    <Card>
      <TextField id="phone" label="手机号" kind="phone" value={number} maxLength={20} error={wrong.number} onChange={(text) => { setNumber(numberIn(text)); setWrong({}) }} />
      <Box className="sign-in__ask">
        <Button words={left > 0 ? `${left} 秒后可以重新获取` : '获取验证码'} look="plain" isWide isBusy={asking.isSending} isDisabled={left > 0} onPress={ask} />
      </Box>
      <TextField id="code" label="短信验证码" hint="6 位数字，5 分钟内有效" kind="code" value={code} maxLength={12} error={wrong.code} onChange={(text) => { setCode(onlyDigits(text).slice(0, 6)); setWrong({}) }} onDone={enter} />
      <Box className="sign-in__go"><Button words="登录" isWide isBusy={entering.isSending} onPress={enter} /></Box>
      {onOther && <Button words="用微信登录" look="quiet" isWide onPress={onOther} />}
      {isDemo && <Demo />}
    </Card>
  )
}

/** The server says how long a number has to wait. */
const waitOf = (reason: unknown) => reason instanceof Refusal && reason.code === 'request.too-many' ? Number(reason.problem.details?.waitSeconds ?? 0) : 0
