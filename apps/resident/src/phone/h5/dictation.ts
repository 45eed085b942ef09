import type { Dictation } from '../phone.ts'

/** The Web Speech API, as far as it is used; browsers that have it mostly still call it `webkitSpeechRecognition`. */
type Recognition = {
  lang: string
  continuous: boolean
  addEventListener: (name: 'result' | 'error' | 'end', hear: (event: Heard) => void) => void
  start: () => void
  stop: () => void
}

type Heard = { resultIndex: number, results: ArrayLike<ArrayLike<{ transcript: string }>>, error: string }

const { SpeechRecognition, webkitSpeechRecognition } = window as unknown as Record<string, (new () => Recognition) | undefined>
const Recognizer = SpeechRecognition ?? webkitSpeechRecognition

export const dictation: Dictation | null = Recognizer ? listen : null

function listen(heard: (text: string) => void, ended: (why: string | null) => void) {
  const recognition = new Recognizer!()
  let why: string | null = null
  recognition.lang = 'zh-CN'
  recognition.continuous = true
  recognition.addEventListener('result', ({ resultIndex, results }) => {
    for (let at = resultIndex; at < results.length; at += 1) heard(results[at]?.[0]?.transcript ?? '')
  })
  recognition.addEventListener('error', ({ error }) => { why = reasons[error] ?? reasons.other! })
  recognition.addEventListener('end', () => ended(why))
  recognition.start()
  return () => recognition.stop()
}

const reasons: Record<string, string> = {
  'no-speech': '没有听到声音，请再试一次',
  'not-allowed': '没有得到使用话筒的允许，请在手机设置里打开',
  'other': '这部手机现在不能识别语音，请用键盘上的话筒说话输入',
}
