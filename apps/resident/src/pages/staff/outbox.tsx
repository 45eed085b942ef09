import { sorted } from '../../kernel/sorted.ts'
import { useStore } from '../../kernel/store.ts'
import { Button } from '../../parts/button.tsx'
import { Card } from '../../parts/card.tsx'
import { Notice } from '../../parts/notice.tsx'
import { Empty } from '../../parts/state.tsx'
import { flush, traffic } from './flush.ts'
import { toSend } from './parcel.ts'
import type { Parcel } from './parcel.ts'
import { ParcelCard } from './parcel-card.tsx'
import { StaffPage } from './staff-page.tsx'
import { useMine } from './use-mine.ts'

export default function Outbox() {
  return <StaffPage title="待发送"><Held /></StaffPage>
}

const order: Parcel['state'][] = ['refused', 'waiting', 'draft', 'kept']

/** What this phone holds, what the person has to decide first. */
function Held() {
  const held = useMine()
  const { isSending, failures } = useStore(traffic)
  const mine = sorted(held, (a, b) => order.indexOf(a.state) - order.indexOf(b.state) || a.at - b.at)
  const waiting = toSend(held).length
  if (mine.length === 0) return <Card><Empty icon="done" title="都发出去了" words="没有网络时办的事会先存在这里" /></Card>
  return (
    <>
      {waiting > 0 && (
        <Notice kind="soon">
          {isSending ? `正在发送，还有 ${waiting} 件。` : `${waiting} 件等着发送${failures > 0 ? '，刚才没有发成' : ''}。有网络时自动发送，先写的先发。`}
          {!isSending && <Button words="现在就发" look="plain" onPress={() => { void flush() }} />}
        </Notice>
      )}
      {mine.map((parcel) => <ParcelCard key={parcel.id} parcel={parcel} />)}
    </>
  )
}
