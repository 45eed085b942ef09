import { useState } from 'react'
import type { HeldPhoto } from '../../kernel/upload.ts'
import { Card } from '../../parts/card.tsx'
import { Choice, Choices } from '../../parts/choice.tsx'
import { PhotoGrid } from '../../parts/photo-grid.tsx'
import { Rating } from '../../parts/rating.tsx'
import { TextArea } from '../../parts/text-area.tsx'
import { TextField } from '../../parts/text-field.tsx'

const urgency = [{ value: 'ordinary', words: '一般', note: '不急，排队办理' }, { value: 'major', words: '紧急', note: '有人身危险，请同时拨打 110、119' }] as const
const needs = [{ value: 'light', words: '照明' }, { value: 'waste', words: '垃圾清运' }, { value: 'parking', words: '停车' }, { value: 'noise', words: '噪声' }] as const

type Urgency = (typeof urgency)[number]['value']
type Need = (typeof needs)[number]['value']

export function SampleForm() {
  const [phone, setPhone] = useState('1380000')
  const [text, setText] = useState('')
  const [how, setHow] = useState<Urgency | null>('ordinary')
  const [what, setWhat] = useState<Need[]>(['light'])
  const [photos, setPhotos] = useState<HeldPhoto[]>([])
  const [score, setScore] = useState<number | null>(null)
  return (
    <Card title="表单">
      <TextField id="sample-phone" label="手机号" kind="phone" value={phone} onChange={setPhone} maxLength={11} error="请填写 11 位手机号" />
      <TextArea id="sample-text" label="发生了什么" hint="时间、地点、情况写清楚，办得更快" value={text} onChange={setText} maxLength={100} placeholder="例如：3 幢 2 单元 4 楼的灯不亮" />
      <Choice id="sample-how" label="紧急程度" options={urgency} value={how} onChange={setHow} />
      <Choices id="sample-what" label="涉及" look="chips" isOptional options={needs} values={what} onChange={setWhat} />
      <PhotoGrid id="sample-photos" label="现场照片" isOptional photos={photos} most={3} change={setPhotos} />
      <Rating id="sample-score" label="您对办理满意吗" value={score} onChange={setScore} />
    </Card>
  )
}
