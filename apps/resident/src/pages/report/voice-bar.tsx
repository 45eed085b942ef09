import { useDidHide } from '@tarojs/taro'
import { useEffect, useRef, useState } from 'react'
import { Box, Press, Words } from '#element'
import { phone } from '#phone'
import { hush, maySpeak, read, speaking } from '../../kernel/speech.ts'
import { useStore } from '../../kernel/store.ts'
import { warn } from '../../kernel/toast.ts'
import { Icon } from '../../parts/icon.tsx'

/** Saying it instead of writing it, and hearing what was written; each only where the phone can. */
export function VoiceBar({ text, onHeard }: { text: string, onHeard: (text: string) => void }) {
  const { isListening, toggle } = useDictation(onHeard)
  const isSpeaking = useStore(speaking)
  return (
    <Box className="report__voice">
      {phone.dictation && (
        <Press className="report__voice-press" isOn={isListening} onPress={toggle}>
          <Icon name={isListening ? 'quiet' : 'mic'} />
          <Words>{isListening ? '说完了' : '说话输入'}</Words>
        </Press>
      )}
      {maySpeak && text.trim() !== '' && (
        <Press className="report__voice-press" isOn={isSpeaking} onPress={() => isSpeaking ? hush() : read(text)}>
          <Icon name={isSpeaking ? 'quiet' : 'sound'} />
          <Words>{isSpeaking ? '停止朗读' : '读给我听'}</Words>
        </Press>
      )}
    </Box>
  )
}

/** Listening, until it is stopped or the page is left. */
export function useDictation(onHeard: (text: string) => void) {
  const [isListening, setListening] = useState(false)
  const stop = useRef<(() => void) | null>(null)
  const toggle = () => {
    if (stop.current) return stop.current()
    setListening(true)
    stop.current = phone.dictation?.(onHeard, (why) => {
      stop.current = null
      setListening(false)
      if (why) warn(why)
    }) ?? null
  }
  useDidHide(() => stop.current?.())
  useEffect(() => () => stop.current?.(), [])
  return { isListening, toggle }
}
