import { useState } from 'react'
import { Box, Words } from '#element'
import { phone } from '#phone'
import { confirm } from '../../kernel/confirm.ts'
import { useStore } from '../../kernel/store.ts'
import type { ChangePhotos } from '../../kernel/upload.ts'
import { Button } from '../../parts/button.tsx'
import { Card, RowCard } from '../../parts/card.tsx'
import { Notice } from '../../parts/notice.tsx'
import { PhotoGrid } from '../../parts/photo-grid.tsx'
import { TextArea } from '../../parts/text-area.tsx'
import { changeDraft, draft, forgetDraft, photosLost, wasBegunEarlier } from './draft.ts'
import { Emergency } from './emergency.tsx'
import { MatterField } from './matter-field.tsx'
import { Nearby } from './nearby.tsx'
import type { Wrong } from './use-report.ts'
import { VoiceBar } from './voice-bar.tsx'
import { WhereField } from './where-field.tsx'
import { WhoField } from './who-field.tsx'

const mostPhotos = 9
const mostLetters = 1000
const hint = '时间、情况说清楚，办得更快'
const changePhotos: ChangePhotos = (act) => changeDraft({ photos: act(draft.get().photos) })

let isTold = !wasBegunEarlier

/** Description first: most of the rest follows from it. */
export function Form({ wrong }: { wrong: Wrong }) {
  const { description, photos } = useStore(draft)
  return (
    <>
      <Restored />
      <Card>
        <TextArea
          id="description" label="发生了什么" hint={phone.dictation ? hint : `${hint}。不方便打字，可以点键盘上的话筒说话`} placeholder="例如：3 幢 2 单元 4 楼的灯坏了三天，晚上看不见路"
          value={description} maxLength={mostLetters} rows={5} error={wrong.description} onChange={(text) => changeDraft({ description: text })}
        />
        <VoiceBar text={description} onHeard={(heard) => changeDraft({ description: (draft.get().description + heard).slice(0, mostLetters) })} />
        <Emergency text={description} />
      </Card>
      <Card><MatterField error={wrong.matter} /></Card>
      <Card><WhereField error={wrong.where} /></Card>
      <Nearby />
      <Card>
        <PhotoGrid id="photos" label="现场照片" hint={`最多 ${mostPhotos} 张，拍清楚位置和情况`} isOptional most={mostPhotos} photos={photos} change={changePhotos} error={wrong.photos} />
      </Card>
      <RowCard><WhoField error={wrong['other-phone']} /></RowCard>
      <Words as="p" className="report__promise">提交后由所在社区受理。您的手机号平时不显示，办理人员需要核实时才能查看，并会留下记录。</Words>
    </>
  )
}

/** Says once that the words are from before. */
function Restored() {
  const [isShown, setShown] = useState(!isTold)
  if (!isShown) return null
  const away = () => {
    isTold = true
    setShown(false)
  }
  const startAnew = async () => {
    if (!await confirm({ title: '清空重写？', detail: '上次写的内容和照片会丢失。', yes: '清空', isGrave: true })) return
    forgetDraft()
    away()
  }
  return (
    <Notice>
      {`上次没有提交的内容已为您保留。${photosLost > 0 ? `有 ${photosLost} 张照片当时没有传完，请重新添加。` : ''}`}
      <Box className="report__restored">
        <Button words="接着写" look="plain" onPress={away} />
        <Button words="清空重写" look="quiet" onPress={startAnew} />
      </Box>
    </Notice>
  )
}
