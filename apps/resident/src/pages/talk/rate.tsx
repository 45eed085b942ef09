import { useState } from 'react'
import { dislikeReason, satisfiedFrom } from '@linli/contract/words/reception.ts'
import type { DislikeReason } from '@linli/contract/words/reception.ts'
import { Box } from '#element'
import { Button } from '../../parts/button.tsx'
import { Card } from '../../parts/card.tsx'
import { Choices } from '../../parts/choice.tsx'
import { Rating } from '../../parts/rating.tsx'
import { TextArea } from '../../parts/text-area.tsx'
import type { Talking } from './use-talk.ts'

const reasonsThere = (Object.keys(dislikeReason) as DislikeReason[]).map((value) => ({ value, words: dislikeReason[value] }))

/** How satisfied one is with the talk; who is not says with what. */
export function Rate({ talking }: { talking: Talking }) {
  const [score, setScore] = useState<number | null>(null)
  const [reasons, setReasons] = useState<DislikeReason[]>([])
  const [text, setText] = useState('')
  const [isTried, setTried] = useState(false)
  const isDisliked = score !== null && score < satisfiedFrom
  const send = () => {
    setTried(true)
    if (score === null || (isDisliked && reasons.length === 0)) return
    void talking.rate({ score, reasons: isDisliked ? reasons : [], text: text.trim() || undefined })
  }
  return (
    <Card title="请您评价">
      <Rating id="talk-score" label="您对这次回答满意吗" value={score} onChange={setScore} error={isTried && score === null ? '请点星星评价' : undefined} />
      {isDisliked && <Choices id="talk-reasons" label="哪里不满意" look="chips" options={reasonsThere} values={reasons} onChange={setReasons} error={isTried && reasons.length === 0 ? '请选一下哪里不满意' : undefined} />}
      {isDisliked && <TextArea id="talk-words" label="想说的话" isOptional value={text} maxLength={300} rows={3} onChange={setText} />}
      <Box className="talk__go"><Button words="提交评价" isWide isBusy={talking.isSending} onPress={send} /></Box>
    </Card>
  )
}
