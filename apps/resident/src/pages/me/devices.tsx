import type { Output } from '@linli/contract'
import { Box, Words } from '#element'
import { call } from '../../kernel/call.ts'
import { confirm } from '../../kernel/confirm.ts'
import { useLoad } from '../../kernel/load.ts'
import { useSend } from '../../kernel/send.ts'
import { momentWords } from '../../kernel/time.ts'
import { tell } from '../../kernel/toast.ts'
import { Button } from '../../parts/button.tsx'
import { Card } from '../../parts/card.tsx'
import { EaseBar } from '../../parts/ease-bar.tsx'
import { Page } from '../../parts/page.tsx'
import { SignInGate } from '../../parts/sign-in-gate.tsx'
import { Loaded } from '../../parts/state.tsx'
import { Tag } from '../../parts/tag.tsx'
import './me.css'

type Device = Output<'identity', 'sessions'>['rows'][number]

export default function Devices() {
  return (
    <Page title="登录设备">
      <EaseBar />
      <SignInGate why="登录后可以看到哪些设备登录着您的账号"><DeviceList /></SignInGate>
    </Page>
  )
}

function DeviceList() {
  const { load, again } = useLoad(() => call('identity', 'sessions', {}))
  return (
    <Loaded load={load} again={again}>
      {({ rows }) => <>{rows.map((device) => <DeviceCard key={device.id} device={device} onEnded={again} />)}</>}
    </Loaded>
  )
}

function DeviceCard({ device, onEnded }: { device: Device, onEnded: () => void }) {
  const { isSending, send } = useSend()
  const end = async () => {
    const isSure = await confirm({ title: '让这个设备退出？', detail: `${device.device} 需要重新登录才能使用您的账号。`, yes: '让它退出', isGrave: true })
    if (!isSure) return
    await call('identity', 'endSession', { id: device.id })
    tell('已退出')
    onEnded()
  }
  return (
    <Card title={device.device}>
      {device.current && <Box className="devices__now"><Tag words="当前设备" tone="good" /></Box>}
      <Words as="p">{`登录于 ${momentWords(device.since)}`}</Words>
      <Words as="p">{`最近使用 ${momentWords(device.lastSeen)}`}</Words>
      {!device.current && <Box className="devices__end"><Button words="让它退出" look="plain" isBusy={isSending} onPress={() => { void send(end) }} /></Box>}
    </Card>
  )
}
