import { phone } from '#phone'
import { isStillHere, staff } from '../../kernel/staff.ts'
import { createStore } from '../../kernel/store.ts'
import { tell, warn } from '../../kernel/toast.ts'
import { deliver } from './deliver.ts'
import { pauseAfter } from './delivery-rules.ts'
import { now, parcels, readBox } from './box.ts'
import { isNewUnit } from './door-new.ts'
import { aboutOf, mineOf, toSend } from './parcel.ts'
import type { Parcel } from './parcel.ts'

/** Whether something is being sent; how often in a row it did not get through; how much was answered, for whoever shows what the server knows. */
export const traffic = createStore({ isSending: false, failures: 0, answered: 0 })

const change = (news: Partial<ReturnType<typeof traffic.get>>) => traffic.set({ ...traffic.get(), ...news })

/** What was written behind a door that the server does not know yet waits for that door. */
const ready = (mine: readonly Parcel[]) => toSend(mine).filter(({ door }) => !isNewUnit(door?.housing))

let running: Promise<void> | null = null

/** Sends what waits, one thing after another in the order it was written. Safe to ask for at any time. */
export function flush(): Promise<void> {
  running ??= run().finally(() => { running = null })
  return running
}

async function run() {
  clearTimeout(timer)
  try {
    await readBox()
    const { id } = staff.get()
    if (ready(mineOf(now(), id)).length === 0 || !staff.get().isSignedIn) return
    change({ isSending: true })
    const isThrough = await sendAll(id)
    change({ failures: isThrough ? 0 : traffic.get().failures + 1 })
  } catch {
    // Nothing answers, or the phone itself failed to write: what waits is as it was.
    change({ failures: traffic.get().failures + 1 })
  } finally {
    change({ isSending: false })
    tryLater()
  }
}

/** What is refused steps aside for what comes after it; where nothing gets through everything waits. */
async function sendAll(owner: string): Promise<boolean> {
  for (let [next] = ready(mineOf(now(), owner)); next; [next] = ready(mineOf(now(), owner))) {
    // Whoever signed in from the same browser meanwhile does not take this person's steps.
    const outcome = await isStillHere() ? await deliver(next.id) : 'later'
    if (outcome === 'later') return false
    change({ answered: traffic.get().answered + 1, failures: 0 })
    if (outcome === 'delivered') tell(`已送达：${aboutOf(next)?.title ?? '上报'}`)
    else warn('有一件没有办成，请在「待发送」里看原因')
  }
  return true
}

let timer: ReturnType<typeof setTimeout> | undefined

function tryLater() {
  clearTimeout(timer)
  if (staff.get().isSignedIn && ready(mineOf(now(), staff.get().id)).length > 0) timer = setTimeout(() => { void flush() }, pauseAfter(traffic.get().failures))
}

let isOpen = false

/** From the first page of staff on: what waits goes out when the network or the person comes back, and by the clock. */
export function openPost() {
  if (isOpen) return
  isOpen = true
  phone.keepPages?.()
  phone.whenBack(() => { void flush() })
  readBox().catch(() => {
    parcels.set([])
    warn('这部手机不允许保存内容（可能是无痕浏览），没有网络时写的会丢失')
  }).finally(() => { void flush() })
}
