import { useRef, useState } from 'react'
import { wordsOf } from './problem.ts'
import { forgetWarning, warn } from './toast.ts'

/** Something sent to the server: one at a time, however often it is tapped; a refusal is said aloud. */
export function useSend(): { isSending: boolean, send: (act: () => Promise<void>) => Promise<void> } {
  const [isSending, setSending] = useState(false)
  const isUnderWay = useRef(false)
  const send = async (act: () => Promise<void>) => {
    if (isUnderWay.current) return
    isUnderWay.current = true
    setSending(true)
    forgetWarning()
    try {
      await act()
    } catch (reason) {
      warn(wordsOf(reason))
    } finally {
      isUnderWay.current = false
      setSending(false)
    }
  }
  return { isSending, send }
}
