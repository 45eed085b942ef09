import { useState } from 'react'
import { Box } from '#element'
import { Button } from '../../parts/button.tsx'
import { Card } from '../../parts/card.tsx'
import { Choice } from '../../parts/choice.tsx'
import { Rating } from '../../parts/rating.tsx'
import { TextArea } from '../../parts/text-area.tsx'
import type { MyEvent } from './my-event.ts'
import { useTake } from './take.ts'
import type { Taken } from './take.ts'

const answers = [{ value: 'yes', words: '解决了' }, { value: 'no', words: '没有解决' }] as const

export function Rate({ event, ...taken }: { event: MyEvent } & Taken) {
  const [score, setScore] = useState<number | null>(null)
  const [solved, setSolved] = useState<'yes' | 'no' | null>(null)
  const [text, setText] = useState('')
  const [isTried, setTried] = useState(false)
  const { isSending, take } = useTake(event, taken)
  const send = () => {
    setTried(true)
    if (score !== null && solved !== null) take({ step: 'rate', score, isSolved: solved === 'yes', text: text.trim() || undefined }, '谢谢您的评价')
  }
  return (
    <Card title="请您评价">
      <Choice
        id="solved" label="问题解决了吗" look="chips" options={answers} value={solved} onChange={setSolved} error={isTried && solved === null ? '请选择解决了没有' : undefined}
      />
      <Rating id="score" label="您对办理满意吗" value={score} onChange={setScore} error={isTried && score === null ? '请点星星评价' : undefined} />
      <TextArea id="rate-words" label="想说的话" isOptional value={text} maxLength={300} rows={3} onChange={setText} />
      <Box className="event__go"><Button words="提交评价" isWide isBusy={isSending} onPress={send} /></Box>
    </Card>
  )
}
