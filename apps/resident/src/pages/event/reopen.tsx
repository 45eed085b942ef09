import { useState } from 'react'
import { Box, Words } from '#element'
import { Button } from '../../parts/button.tsx'
import { Card } from '../../parts/card.tsx'
import { TextArea } from '../../parts/text-area.tsx'
import type { MyEvent } from './my-event.ts'
import { useTake } from './take.ts'
import type { Taken } from './take.ts'

/** For what was closed and is not solved. */
export function Reopen({ event, ...taken }: { event: MyEvent } & Taken) {
  const [isOpen, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  const [isTried, setTried] = useState(false)
  const { isSending, take } = useTake(event, taken)
  const missing = reason.trim() === '' ? '请写下哪里还没有解决' : undefined
  const send = () => {
    setTried(true)
    if (!missing) take({ step: 'reopen', reason: reason.trim() }, '已经转去重新办理')
  }
  if (!isOpen) {
    return (
      <Card>
        <Words as="p">问题没有解决，或者又出现了？结案后 7 天内可以要求重新办理。</Words>
        <Box className="event__go"><Button words="要求重新办理" look="plain" isWide onPress={() => setOpen(true)} /></Box>
      </Card>
    )
  }
  return (
    <Card title="要求重新办理">
      <TextArea id="reason" label="哪里没有解决" value={reason} maxLength={300} error={isTried ? missing : undefined} onChange={setReason} />
      <Box className="event__go">
        <Button words="提交" isWide isBusy={isSending} onPress={send} />
        <Button words="取消" look="quiet" isWide onPress={() => setOpen(false)} />
      </Box>
    </Card>
  )
}
