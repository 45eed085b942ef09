import { useState } from 'react'
import { useSend } from '../../kernel/send.ts'
import { Sorry } from '../../kernel/sorry.ts'
import { useStore } from '../../kernel/store.ts'
import { tell, warn } from '../../kernel/toast.ts'
import { phone } from '#phone'
import { flush } from './flush.ts'
import { drop, keep, parcels, post, sheetFor } from './box.ts'
import { isEmpty, missingIn } from './parcel.ts'
import type { Parcel } from './parcel.ts'

type About = Pick<Parcel, 'event' | 'step'>

const full = '没有存下来，手机空间可能不够了，请清理后再试'

/** What somebody writes about a step, kept on the phone with every letter; sent with one tap, network or not. */
export function useSheet(about: About, posted: (sheet: Parcel) => void) {
  const held = useStore(parcels) ?? []
  const [begun] = useState(() => sheetFor(about))
  // Everything taken off it again, it is an empty sheet, not the one that was found.
  const sheet = held.find(({ id }) => id === begun.id) ?? blank(begun)
  const [isTried, setTried] = useState(false)
  const { isSending, send } = useSend()
  const change = (news: Partial<Parcel>) => {
    const next = { ...sheet, ...news }
    const writing = isEmpty(next) && !next.matter?.isOwn ? drop(next.id) : keep(next)
    writing.catch(() => warn(full))
  }
  const missing = missingIn(sheet)
  const submit = () => {
    setTried(true)
    const [first] = Object.entries(missing)
    if (first) {
      warn(first[1])
      return phone.showField(first[0])
    }
    void send(async () => {
      await postNow(sheet)
      posted(sheet)
    })
  }
  return { sheet, change, wrong: isTried ? missing : {}, isSending, submit }
}

const blank = (begun: Parcel): Parcel => ({ ...begun, told: {}, matter: null, point: null, shots: [] })

/** Written first, sent then; the person is told which of both is sure. */
export async function postNow(sheet: Parcel) {
  await post(sheet).catch(() => { throw new Sorry(full) })
  tell('已存在手机上，正在发送；没有网时会等到有网再发')
  void flush()
}
