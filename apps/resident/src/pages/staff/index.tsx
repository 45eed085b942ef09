import { useState } from 'react'
import { Refusal } from '@linli/client'
import { confirm } from '../../kernel/confirm.ts'
import { useLive } from '../../kernel/live.ts'
import { go } from '../../kernel/route.ts'
import { useSend } from '../../kernel/send.ts'
import { endStaffSession, staff, staffCall } from '../../kernel/staff.ts'
import { useStore } from '../../kernel/store.ts'
import { tell } from '../../kernel/toast.ts'
import { Button } from '../../parts/button.tsx'
import { Card, RowCard } from '../../parts/card.tsx'
import { Choice } from '../../parts/choice.tsx'
import { Empty, Loaded } from '../../parts/state.tsx'
import { Backlog } from './backlog.tsx'
import { inOrder } from './near-rules.ts'
import type { Order } from './near-rules.ts'
import { now } from './box.ts'
import { mineOf, toSend } from './parcel.ts'
import { askMine, fetchAhead, forgetSeen } from './seen.ts'
import { fetchDirectory } from './replies.ts'
import { Since } from './since.tsx'
import { useSpot } from './spot.ts'
import { StaffPage } from './staff-page.tsx'
import { StaffRow } from './staff-row.tsx'
import { useSeen } from './use-seen.ts'

export default function StaffEvents() {
  const { mayReport } = useStore(staff)
  return (
    <StaffPage title="我的任务" isFirst foot={mayReport && <Button words="随手拍上报" icon="camera" isWide onPress={() => go('staffReport')} />}>
      <Backlog />
      <Mine />
      <Leave />
    </StaffPage>
  )
}

const orders = [{ value: 'due', words: '先到期的在前' }, { value: 'near', words: '离我近的在前' }] as const

/** What waits for this person, by what is due first or by what is nearest. */
function Mine() {
  const { load, since, again } = useSeen('mine', askMine, (rows) => { fetchAhead(rows).then(fetchDirectory).catch(() => {}) })
  const [order, setOrder] = useState<Order>('due')
  const { place, words } = useSpot()
  const { id } = useStore(staff)
  useLive(undefined, again, staff)
  return (
    <>
      <Since since={since} />
      <Card>
        <Choice
          id="order" label="排序" look="chips" options={orders} value={order} onChange={setOrder}
          hint={order === 'near' && !place ? (words ? '没有取得位置，先按时限排' : '正在取得位置…') : undefined}
        />
      </Card>
      <Loaded load={load} again={again}>
        {(rows) => rows.length === 0
          ? <Card><Empty icon="done" title="现在没有等您办的" words="有新派来的会出现在这里" /></Card>
          : <RowCard title={`等我办的 ${rows.length} 件`}>{inOrder(rows, order, place, id).map((row) => <StaffRow key={row.id} row={row} from={place} />)}</RowCard>}
      </Loaded>
    </>
  )
}

function Leave() {
  const { name } = useStore(staff)
  const { isSending, send } = useSend()
  return <Button words={`退出登录（${name}）`} look="quiet" icon="out" isWide isBusy={isSending} onPress={() => { void send(leave) }} />
}

async function leave() {
  const waiting = toSend(mineOf(now(), staff.get().id)).length
  const detail = waiting > 0 ? `还有 ${waiting} 件没有发出，会留在这部手机上，您下次登录后自动发送。` : '这部手机上看过的事件会清除。'
  if (!await confirm({ title: '退出登录？', detail, yes: '退出登录' })) return
  await staffCall('identity', 'signOut', {}).catch(unlessOver)
  await forgetSeen().catch(() => {})
  endStaffSession()
  tell('已退出登录')
}

/** Over already: that was the wish. */
function unlessOver(reason: unknown) {
  if (!(reason instanceof Refusal && reason.problem.status === 401)) throw reason
}
