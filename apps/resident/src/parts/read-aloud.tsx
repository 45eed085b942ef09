import { Press, Words } from '#element'
import { hush, maySpeak, readPage, speaking } from '../kernel/speech.ts'
import { useStore } from '../kernel/store.ts'
import { Icon } from './icon.tsx'

/** Reads the page aloud, and stops. Not shown where the phone has no voice. */
export function ReadAloud({ className }: { className: string }) {
  const isSpeaking = useStore(speaking)
  if (!maySpeak) return null
  return (
    <Press className={className} isOn={isSpeaking} onPress={isSpeaking ? hush : readPage}>
      <Icon name={isSpeaking ? 'quiet' : 'sound'} />
      <Words>{isSpeaking ? '停止朗读' : '朗读本页'}</Words>
    </Press>
  )
}
