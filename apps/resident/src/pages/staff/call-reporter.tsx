import { useState } from 'react'
import { Box } from '#element'
import { phone } from '#phone'
import { useSend } from '../../kernel/send.ts'
import { staff, staffCall } from '../../kernel/staff.ts'
import { useStore } from '../../kernel/store.ts'
import { Button } from '../../parts/button.tsx'
import { Card } from '../../parts/card.tsx'
import { Choice } from '../../parts/choice.tsx'
import { Headed } from '../../parts/headed.tsx'
import type { StaffEvent } from './seen.ts'

const purposes = ['核实情况', '约时间上门', '告知处理结果', '回访'] as const
const options = purposes.map((words) => ({ value: words, words }))

/** Calling who reported: for those who may know them, never for a unit that handles. Each look is written down with what it is for, so it needs the network. */
export function CallReporter({ event: { id, reporter } }: { event: StaffEvent }) {
  const { isUnit } = useStore(staff)
  const [isOpen, setOpen] = useState(false)
  const [purpose, setPurpose] = useState<(typeof purposes)[number]>('核实情况')
  const [told, setTold] = useState<{ name: string, phone: string } | null>(null)
  const { isSending, send } = useSend()
  if (isUnit || !reporter?.phone) return null
  if (!isOpen) return <Card><Button words={`联系上报人（${[reporter.name, reporter.phone].filter(Boolean).join(' ')}）`} look="plain" icon="phone" isWide onPress={() => setOpen(true)} /></Card>
  const reveal = () => send(async () => setTold(await staffCall('event', 'reveal', { id, purpose })))
  return (
    <Card title="联系上报人">
      {told === null && <Choice id="purpose" label="为什么联系" hint="查看完整号码会记入审计记录，需要网络" look="chips" options={options} value={purpose} onChange={setPurpose} />}
      {told && <Headed look="card" words={`${told.name} ${told.phone}`.trim()} />}
      <Box className="staff__go">
        {told
          ? <Button words="拨打电话" icon="phone" isWide onPress={() => phone.dial(told.phone)} />
          : <Button words="查看完整号码" isWide isBusy={isSending} onPress={() => { void reveal() }} />}
        <Button words="收起" look="quiet" isWide onPress={() => { setOpen(false); setTold(null) }} />
      </Box>
    </Card>
  )
}
