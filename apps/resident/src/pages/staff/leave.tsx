import { Refusal } from '@linli/client'
import { confirm } from '../../kernel/confirm.ts'
import { useSend } from '../../kernel/send.ts'
import { endStaffSession, staff, staffCall } from '../../kernel/staff.ts'
import { useStore } from '../../kernel/store.ts'
import { tell } from '../../kernel/toast.ts'
import { Button } from '../../parts/button.tsx'
import { now } from './box.ts'
import { mineOf, toSend } from './parcel.ts'
import { forgetSeen } from './seen.ts'
import { isSharing, stopSharing } from './sharing.ts'

export function Leave() {
  const { name } = useStore(staff)
  const { isSending, send } = useSend()
  return <Button words={`退出登录（${name}）`} look="quiet" icon="out" isWide isBusy={isSending} onPress={() => { void send(leave) }} />
}

async function leave() {
  const waiting = toSend(mineOf(now(), staff.get().id)).length
  const detail = waiting > 0 ? `还有 ${waiting} 件没有发出，会留在这部手机上，您下次登录后自动发送。` : '这部手机上看过的事件会清除。'
  if (!await confirm({ title: '退出登录？', detail, yes: '退出登录' })) return
  if (isSharing()) await stopSharing().catch(() => {})
  await staffCall('identity', 'signOut', {}).catch(unlessOver)
  await forgetSeen().catch(() => {})
  endStaffSession()
  tell('已退出登录')
}

/** Over already: that was the wish. */
function unlessOver(reason: unknown) {
  if (!(reason instanceof Refusal && reason.problem.status === 401)) throw reason
}
