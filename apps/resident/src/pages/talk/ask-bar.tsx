import { useState } from 'react'
import { Box, LongEntry, Press, Words } from '#element'
import { phone } from '#phone'
import { newKey } from '../../kernel/key.ts'
import { warn } from '../../kernel/toast.ts'
import { idsOf, notReady } from '../../kernel/upload.ts'
import type { ChangePhotos, HeldPhoto } from '../../kernel/upload.ts'
import { Button } from '../../parts/button.tsx'
import { Icon } from '../../parts/icon.tsx'
import { PhotoGrid } from '../../parts/photo-grid.tsx'
import { useDictation } from '../report/voice-bar.tsx'
import type { TalkView, Talking } from './use-talk.ts'

const mostLetters = 500
const mostPhotos = 3

/** Where one writes, speaks or adds pictures; a person is one tap away whatever is shown above. */
export function AskBar({ talk, talking }: { talk: TalkView, talking: Talking }) {
  const [text, setText] = useState('')
  const [photos, setPhotos] = useState<HeldPhoto[]>([])
  const [isWithPhotos, setWithPhotos] = useState(false)
  /** Of what is being written: sent again after a break of the network it is the same question. */
  const [key, setKey] = useState(newKey)
  const change: ChangePhotos = (act) => setPhotos(act)
  const { isListening, toggle } = useDictation((heard) => setText((before) => (before + heard).slice(0, mostLetters)))
  const send = () => {
    const waiting = notReady(photos)
    if (waiting !== null) return warn(waiting)
    if (text.trim() === '' && photos.length === 0) return warn('请写下想问的事')
    void talking.ask(text.trim(), idsOf(photos), () => {
      setText('')
      setPhotos([])
      setWithPhotos(false)
      setKey(newKey())
    }, key)
  }
  return (
    <Box className="ask">
      <Box className="ask__ways">
        {phone.dictation && <Way icon={isListening ? 'quiet' : 'mic'} words={isListening ? '说完了' : '说话'} isOn={isListening} onPress={toggle} />}
        <Way icon="camera" words="图片" isOn={isWithPhotos} onPress={() => setWithPhotos(!isWithPhotos)} />
        {(talk.state === 'open') && <Way icon="person" words="转人工" onPress={() => { void talking.handOver() }} />}
        <Way icon="done" words="问完了" onPress={() => { void talking.end() }} />
      </Box>
      {isWithPhotos && <PhotoGrid id="ask-photos" label="给社工看的图片" hint="图片由社工来看，会转人工" isOptional most={mostPhotos} photos={photos} change={change} />}
      <Box className="ask__line">
        <LongEntry id="ask-words" className="ask__words" label="想问的事" value={text} maxLength={mostLetters} rows={1} placeholder={phone.dictation ? '写下或说出想问的事' : '写下想问的事，或点键盘上的话筒说'} onChange={setText} />
        <Button words="发送" isBusy={talking.isSending} onPress={send} />
      </Box>
    </Box>
  )
}

function Way({ icon, words, isOn, onPress }: { icon: 'mic' | 'quiet' | 'camera' | 'person' | 'done', words: string, isOn?: boolean, onPress: () => void }) {
  return <Press className={isOn ? 'ask__way ask__way--on' : 'ask__way'} isOn={isOn} onPress={onPress}><Icon name={icon} /><Words>{words}</Words></Press>
}
