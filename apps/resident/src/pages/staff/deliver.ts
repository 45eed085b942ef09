import { Refusal } from '@linli/client'
import type { ProblemBody } from '@linli/contract'
import { phone } from '#phone'
import { staffCall, staffUpload } from '../../kernel/staff.ts'
import { refusedBy, verdictOn } from './delivery-rules.ts'
import { alter, drop, now } from './box.ts'
import { sendFromDoor } from './door-deliver.ts'
import { isAtDoor } from './door-rules.ts'
import { isOfWhistle } from './forms.ts'
import { reportOf, takeOf, whistleTakeOf } from './parcel.ts'
import type { Parcel, Shot } from './parcel.ts'
import { rememberEvent, rememberWhistle } from './seen.ts'

export type Outcome = 'delivered' | 'refused' | 'later'

/** Sends one parcel: its photos, then itself. It leaves the box only when the server has it. */
export async function deliver(id: string, again = true): Promise<Outcome> {
  await alter(id, () => ({ isTried: true }))
  try {
    for (const shot of latest(id).shots) if (shot.id === null) await sendShot(id, shot)
    await send(latest(id))
  } catch (reason) {
    return judged(id, reason, again)
  }
  await drop(id)
  return 'delivered'
}

async function judged(id: string, reason: unknown, again: boolean): Promise<Outcome> {
  if (!(reason instanceof Refusal)) throw reason
  const verdict = verdictOn(reason.problem)
  if (verdict === 'later') return 'later'
  if (verdict === 'photos-gone' && again) {
    await alter(id, ({ shots }) => ({ shots: shots.map((shot) => ({ ...shot, id: null })) }))
    return deliver(id, false)
  }
  await alter(id, () => ({ state: 'refused', refused: refusedBy(reason.problem) }))
  return 'refused'
}

/** As it stands now: photos have got their numbers since. */
function latest(id: string): Parcel {
  const parcel = now().find((one) => one.id === id)
  if (!parcel) throw new Error('the parcel is gone')
  return parcel
}

async function send(parcel: Parcel) {
  const { key, step } = parcel
  if (isAtDoor(step)) return void await sendFromDoor(step, parcel)
  if (isOfWhistle(step)) {
    const whistle = await staffCall('whistle', 'take', whistleTakeOf(parcel), { key })
    return rememberWhistle(whistle).catch(() => {})
  }
  const event = step === 'report' ? await staffCall('event', 'report', reportOf(parcel), { key }) : await staffCall('event', 'take', takeOf(parcel), { key })
  await rememberEvent(event).catch(() => {})
}

/** The number is written down at once, so that no photo goes up twice over a network that keeps breaking. */
async function sendShot(parcel: string, { key }: Shot) {
  const photo = await phone.box.photo(key)
  if (!photo) return alter(parcel, ({ shots }) => ({ shots: shots.filter((shot) => shot.key !== key) }))
  const { status, body } = await staffUpload('/api/file/upload', photo, () => {}).catch(() => ({ status: 0, body: unreachable }))
  if (status !== 200) throw new Refusal(isProblem(body) ? body : status === 413 ? { ...tooLarge } : { ...unreachable, status })
  await alter(parcel, ({ shots }) => ({ shots: shots.map((shot) => shot.key === key ? { ...shot, id: (body as { id: string }).id } : shot) }))
}

const unreachable: ProblemBody = { type: 'about:blank', code: 'server.busy', status: 0, title: '网络不通' }
/** What stands before the server says so without our words. */
const tooLarge: ProblemBody = { type: 'about:blank', code: 'file.too-large', status: 413, title: '照片太大，服务器没有收下。请删掉这张重新拍，再发送' }
const isProblem = (body: unknown): body is ProblemBody => typeof body === 'object' && body !== null && 'code' in body && 'title' in body

