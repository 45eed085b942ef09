import { phone } from '#phone'
import { createStore } from './store.ts'

/** Whether something is being read aloud now. */
export const speaking = createStore(false)

/** Reading aloud needs a voice in the phone; the mini-program has none of its own. */
export const maySpeak = phone.voice !== null

/** Reads what the page in front shows. */
export const readPage = () => read(phone.shownText())

export function read(text: string) {
  speaking.set(true)
  phone.voice?.speak(text, () => speaking.set(false))
}

export function hush() {
  phone.voice?.hush()
  speaking.set(false)
}
