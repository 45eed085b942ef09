import { useState } from 'react'
import { phone } from '#phone'
import { call } from '../../kernel/call.ts'
import { keyFor } from '../../kernel/key.ts'
import { replace } from '../../kernel/route.ts'
import { useSend } from '../../kernel/send.ts'
import { useStore } from '../../kernel/store.ts'
import { warn } from '../../kernel/toast.ts'
import { notReady } from '../../kernel/upload.ts'
import { draft, forgetDraft, inputOf } from './draft.ts'
import type { Draft } from './draft.ts'

/** The field's id → what is missing there. */
export type Wrong = { 'description'?: string, 'matter'?: string, 'where'?: string, 'photos'?: string, 'other-phone'?: string }

/** Sending the draft: first what is missing is shown, then it is sent, once however often that takes. */
export function useReport() {
  const now = useStore(draft)
  const [isTried, setTried] = useState(false)
  const { isSending, send } = useSend()
  const submit = () => {
    setTried(true)
    const [first] = Object.entries(wrongIn(draft.get()))
    if (first) {
      warn(first[1])
      return phone.showField(first[0])
    }
    void send(async () => {
      const input = inputOf(draft.get())
      const { id } = await call('event', 'reportMine', input, { key: keyFor(draft.get().key, input) })
      setTried(false)
      forgetDraft()
      replace('sent', { id })
    })
  }
  return { wrong: isTried ? wrongIn(now) : {}, isSending, submit }
}

function wrongIn({ description, matter, where, photos, privacy, other }: Draft): Wrong {
  const waiting = notReady(photos)
  return {
    ...(description.trim() === '' && { description: '请写下发生了什么' }),
    ...(!matter && { matter: '请选择属于哪一类' }),
    ...(!where && { where: '请选择地点' }),
    ...(waiting !== null && { photos: waiting }),
    ...(other && privacy !== 'anonymous' && !/^(1[3-9]\d{9}|0\d{2,3}-?\d{7,8})$/.test(other.phone) && { 'other-phone': '请填写他的手机号或固定电话' }),
  }
}
