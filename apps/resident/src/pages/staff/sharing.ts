import { Refusal } from '@linli/client'
import type { Output } from '@linli/contract'
import type { PresenceEnd } from '@linli/contract/words/presence'
import { serverNow } from '../../kernel/clock.ts'
import { here } from '../../kernel/place.ts'
import { wordsOf } from '../../kernel/problem.ts'
import { staff, staffCall } from '../../kernel/staff.ts'
import { createStore } from '../../kernel/store.ts'

type Mine = Output<'presence', 'mine'>

/** Whether this person shares where they are (`owner`: whose it is), and why the last look for the place failed. */
export const sharing = createStore<{ owner: string, mine: Mine | null, words: string | null }>({ owner: '', mine: null, words: null })

/** So often while the app is open, and never when it is not. */
const every = 60_000
let timer: ReturnType<typeof setTimeout> | undefined

const now = () => { const { owner, mine } = sharing.get(); return owner === staff.get().id ? mine : null }
export const isOn = (mine: Mine | null): boolean => mine?.until != null && serverNow() < Date.parse(mine.until)
export const isSharing = (): boolean => isOn(now())

function put(mine: Mine, words: string | null = null) {
  sharing.set({ owner: staff.get().id, mine, words })
  clearTimeout(timer)
  if (isOn(mine)) timer = setTimeout(() => { void tellPlace() }, every)
}

/** What the server knows: sharing goes on where the app was closed and opened again. */
export async function askSharing(): Promise<void> {
  const mine = await staffCall('presence', 'mine', {})
  put(mine)
  if (isOn(mine)) await tellPlace()
}

export async function startSharing(until: PresenceEnd): Promise<void> {
  put(await staffCall('presence', 'start', { until }))
  await tellPlace()
}

export async function stopSharing(): Promise<void> {
  try {
    put(await staffCall('presence', 'stop', {}))
  } catch (reason) {
    if (!isOver(reason)) throw reason
    put(await staffCall('presence', 'mine', {}))
  }
}

const isOver = (reason: unknown) => reason instanceof Refusal && reason.code === 'presence.off'

/** Where there is no place or no network, it is tried again a minute later. */
async function tellPlace(): Promise<void> {
  const mine = now()
  if (!staff.get().isSignedIn || !mine) return
  if (!isOn(mine)) return put(mine)
  try {
    const { accuracy, ...point } = await here()
    // Stopped while the phone looked: nothing is told.
    if (isSharing()) put(await staffCall('presence', 'place', { point, accuracy }))
  } catch (reason) {
    if (isOver(reason)) put(await staffCall('presence', 'mine', {}).catch(() => ({ ...mine, until: null })))
    else put(mine, wordsOf(reason))
  }
}
