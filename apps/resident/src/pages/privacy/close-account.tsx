import { useState } from 'react'
import { Box, Words } from '#element'
import { call } from '../../kernel/call.ts'
import { confirm } from '../../kernel/confirm.ts'
import { forgetAll } from '../../kernel/kept.ts'
import { leaveTo } from '../../kernel/route.ts'
import { useSend } from '../../kernel/send.ts'
import { endSession } from '../../kernel/session.ts'
import { tell } from '../../kernel/toast.ts'
import { Button } from '../../parts/button.tsx'
import { Card } from '../../parts/card.tsx'
import { TextField } from '../../parts/text-field.tsx'

/** Closing one's account (注销账号): says what goes and what stays before it is done. */
export function CloseAccount() {
  const [isOpen, setOpen] = useState(false)
  const [phone, setPhone] = useState('')
  const { isSending, send } = useSend()
  const close = async () => {
    if (!await confirm({ title: '注销账号？', detail: '不能恢复。没有办结的事情您将看不到进度。', yes: '注销', isGrave: true })) return
    await call('rights', 'closeAccount', { phone: phone.trim() })
    endSession()
    forgetAll()
    tell('账号已注销')
    leaveTo('home')
  }
  return (
    <Card title="注销账号">
      <Words as="p">注销后，手机号和微信编号立即删除，所有设备退出登录。已经上报的事情作为办理档案保存，到期后去掉您的姓名和电话。</Words>
      <Box className="privacy__clear">
        {isOpen && <TextField id="close-phone" label="输入登录的手机号确认" kind="phone" value={phone} maxLength={11} onChange={setPhone} />}
        <Button words={isOpen ? '注销账号' : '我要注销账号'} look="plain" icon="trash" isWide isBusy={isSending} onPress={() => { if (isOpen) void send(close); else setOpen(true) }} />
      </Box>
    </Card>
  )
}
