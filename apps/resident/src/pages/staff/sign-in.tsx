import { useState } from 'react'
import { Refusal } from '@linli/client'
import { Box } from '#element'
import { phone } from '#phone'
import { wordsOf } from '../../kernel/problem.ts'
import { back } from '../../kernel/route.ts'
import { useSend } from '../../kernel/send.ts'
import { Sorry } from '../../kernel/sorry.ts'
import { rightsOf, staff, staffCall } from '../../kernel/staff.ts'
import { tell, warn } from '../../kernel/toast.ts'
import { Button } from '../../parts/button.tsx'
import { Card } from '../../parts/card.tsx'
import { EaseBar } from '../../parts/ease-bar.tsx'
import { Page } from '../../parts/page.tsx'
import { TextField } from '../../parts/text-field.tsx'
import { flush } from './flush.ts'
import { forgetSeen } from './seen.ts'
import './staff.css'

export default function StaffSignIn() {
  const [name, setName] = useState(() => staff.get().signInName)
  const [password, setPassword] = useState('')
  const [code, setCode] = useState<string | null>(null)
  const [isTried, setTried] = useState(false)
  const { isSending, send } = useSend()
  const missing = { name: name.trim() === '' ? '请填写登录名' : undefined, password: password === '' ? '请填写密码' : undefined, code: code !== null && !/^\d{6}$/.test(code) ? '请填写 6 位动态口令' : undefined }
  const enter = () => {
    setTried(true)
    const first = (['name', 'password', 'code'] as const).find((field) => missing[field])
    if (first) return phone.showField(`staff-${first}`)
    void send(async () => {
      try {
        await signIn({ name: name.trim(), password, ...(code !== null && { code }) })
        back()
      } catch (reason) {
        if (!(reason instanceof Refusal && reason.code === 'sign-in.code-needed')) throw reason
        setTried(false)
        setCode(code ?? '')
        warn(wordsOf(reason))
      }
    })
  }
  const wrong: Partial<typeof missing> = isTried ? missing : {}
  return (
    <Page title="工作人员登录">
      <EaseBar />
      <Card>
        <TextField id="staff-name" label="登录名" value={name} maxLength={60} error={wrong.name} onChange={setName} />
        <TextField id="staff-password" label="密码" kind="password" value={password} maxLength={200} error={wrong.password} onChange={setPassword} onDone={enter} />
        {code !== null && <TextField id="staff-code" label="动态口令" kind="code" hint="手机验证器上的 6 位数字" value={code} maxLength={6} error={wrong.code} onChange={setCode} onDone={enter} />}
        <Box className="staff__go"><Button words="登录" isWide isBusy={isSending} onPress={enter} /></Box>
      </Card>
    </Page>
  )
}

/** Whoever came before left nothing that this person could read; what they had not sent waits for them. */
async function signIn(told: { name: string, password: string, code?: string }) {
  const { me, token } = await staffCall('identity', 'signIn', { ...told, client: phone.weChatCode ? 'miniProgram' : 'browser' })
  if (me.mustChangePassword) throw new Sorry('请先在电脑上打开工作台，修改初始密码')
  if (!me.may['event.view']) throw new Sorry('这个账号不办理事件，请用工作台')
  if (me.id !== staff.get().id) await forgetSeen().catch(() => {})
  staff.set({ isSignedIn: true, token, id: me.id, name: me.name, signInName: told.name, ...rightsOf(me) })
  tell('登录成功')
  void flush()
}
