import { useState } from 'react'
import { Box } from '#element'
import { useSend } from '../../kernel/send.ts'
import { idsOf, notReady } from '../../kernel/upload.ts'
import type { HeldPhoto } from '../../kernel/upload.ts'
import { Button } from '../../parts/button.tsx'
import { Card } from '../../parts/card.tsx'
import { PhotoGrid } from '../../parts/photo-grid.tsx'
import { TextArea } from '../../parts/text-area.tsx'
import { TextField } from '../../parts/text-field.tsx'
import { linkCall } from './link.ts'

type ReplyProps = { token: string, isForward: boolean, sent: () => void, again: () => void }

/** Words and photos, sent once. Where that is refused the page asks once more how it stands. */
export function Reply({ token, isForward, sent, again }: ReplyProps) {
  const [text, setText] = useState('')
  const [name, setName] = useState('')
  const [photos, setPhotos] = useState<HeldPhoto[]>([])
  const [isTried, setTried] = useState(false)
  const { isSending, send } = useSend()
  const missing = {
    text: text.trim() === '' ? (isForward ? '请写下办理结果' : '请写下补充的情况') : undefined,
    name: isForward && name.trim() === '' ? '请填写办理人' : undefined, photos: notReady(photos) ?? undefined,
  }
  const submit = () => {
    setTried(true)
    if (missing.text || missing.name || missing.photos) return
    void send(async () => {
      try {
        await linkCall('link', 'settle', { token, text: text.trim(), name: name.trim(), photos: idsOf(photos) })
        sent()
      } catch (reason) {
        again()
        throw reason
      }
    })
  }
  return (
    <Card title={isForward ? '办理结果' : '您的回复'}>
      <TextArea id="text" label={isForward ? '怎么处理的' : '补充的情况'} value={text} maxLength={1000} error={isTried ? missing.text : undefined} onChange={setText} />
      {isForward && <TextField id="name" label="办理人" hint="姓名或工号" value={name} maxLength={30} error={isTried ? missing.name : undefined} onChange={setName} />}
      <PhotoGrid id="photos" label={isForward ? '办好后的照片' : '照片'} isOptional most={9} photos={photos} change={setPhotos} error={isTried ? missing.photos : undefined} />
      <Box className="link__go"><Button words="提交" isWide isBusy={isSending} onPress={submit} /></Box>
    </Card>
  )
}
