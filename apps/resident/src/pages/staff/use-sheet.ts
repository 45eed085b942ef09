import { useState } from 'react'
import { serverNow } from '../../kernel/clock.ts'
import { useSend } from '../../kernel/send.ts'
import { Sorry } from '../../kernel/sorry.ts'
import { useStore } from '../../kernel/store.ts'
import { tell, warn } from '../../kernel/toast.ts'
import { phone } from '#phone'
import { flush } from './flush.ts'
import { isAtDoor } from './door-rules.ts'
import { formOf } from './forms.ts'
import { drop, keep, parcels, post, sheetFor } from './box.ts'
import type { Begun } from './box.ts'
import { isEmpty, missingIn } from './parcel.ts'
import type { Parcel } from './parcel.ts'
import { nearNow } from './spot.ts'

const full = '没有存下来，手机空间可能不够了，请清理后再试'

/** What somebody writes about a step, kept on the phone with every letter; sent with one tap, network or not. */
export function useSheet(about: Begun, posted: (sheet: Parcel) => void) {
  const held = useStore(parcels) ?? []
  const [begun] = useState(() => sheetFor(about))
  // Everything taken off it again, it is an empty sheet, not the one that was found.
  const [isHandled, setHandled] = useState(begun.isHandled)
  const sheet = held.find(({ id }) => id === begun.id) ?? { ...blank(begun), isHandled }
  const [isTried, setTried] = useState(false)
  const { isSending, send } = useSend()
  const change = (news: Partial<Parcel>) => {
    const next = { ...sheet, ...news }
    // Which kind of report it is to be holds before anything is written, and is nothing that would be missed.
    setHandled(next.isHandled)
    const writing = isEmpty(next) && !next.matter?.isOwn ? drop(next.id) : keep(next)
    writing.catch(() => warn(full))
  }
  const submit = () => {
    setTried(true)
    void send(async () => {
      const ready = await placed(sheet)
      const [first] = Object.entries(missingIn(ready, serverNow()))
      if (first) {
        phone.showField(first[0])
        throw new Sorry(first[1])
      }
      await postNow(ready)
      posted(ready)
    })
  }
  return { sheet, change, wrong: isTried ? missingIn(sheet, serverNow()) : {}, isSending, submit }
}

const blank = (begun: Parcel): Parcel => ({ ...begun, told: {}, matter: null, point: null, shots: [] })

/** Where the phone is at this very moment, for steps that say so. */
const placed = async (sheet: Parcel): Promise<Parcel> => {
  const { step } = sheet
  return step !== 'report' && !isAtDoor(step) && formOf(step).isPlaced ? { ...sheet, point: await nearNow() } : sheet
}

/** Written first, sent then; the person is told which of both is sure. */
export async function postNow(sheet: Parcel) {
  await post(sheet).catch(() => { throw new Sorry(full) })
  tell('已存在手机上，正在发送；没有网时会等到有网再发')
  void flush()
}
