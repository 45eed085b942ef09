import { useState } from 'react'
import { Box, Words } from '#element'
import { Button } from '../../parts/button.tsx'
import { Card } from '../../parts/card.tsx'
import { Notice } from '../../parts/notice.tsx'
import { PhotoGrid } from '../../parts/photo-grid.tsx'
import { TextArea } from '../../parts/text-area.tsx'
import { idsOf, notReady } from '../../kernel/upload.ts'
import type { HeldPhoto } from '../../kernel/upload.ts'
import type { MyEvent } from './my-event.ts'
import { useTake } from './take.ts'
import type { Taken } from './take.ts'

/** The office asks, the clock stands still, the person answers. */
export function Answer({ event, ...taken }: { event: MyEvent } & Taken) {
  const [text, setText] = useState('')
  const [photos, setPhotos] = useState<HeldPhoto[]>([])
  const [isTried, setTried] = useState(false)
  const { isSending, take } = useTake(event, taken)
  const missing = { text: text.trim() === '' ? '请写下补充的情况' : undefined, photos: notReady(photos) ?? undefined }
  const send = () => {
    setTried(true)
    if (!missing.text && !missing.photos) take({ step: 'answer', text: text.trim(), photos: idsOf(photos) }, '已补充，谢谢')
  }
  return (
    <Card title="请您补充情况">
      {event.question && <Notice kind="soon"><Words as="p" className="event__question">{event.question}</Words></Notice>}
      <TextArea id="answer" label="您的补充" value={text} maxLength={1000} error={isTried ? missing.text : undefined} onChange={setText} />
      <PhotoGrid id="answer-photos" label="补充照片" isOptional most={9} photos={photos} change={setPhotos} error={isTried ? missing.photos : undefined} />
      <Box className="event__go"><Button words="提交补充" isWide isBusy={isSending} onPress={send} /></Box>
    </Card>
  )
}
