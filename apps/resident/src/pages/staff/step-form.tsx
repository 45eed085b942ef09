import { eventStep } from '@linli/contract/words/event.ts'
import { isReplyStep, replyFacts, replyField } from '@linli/contract/words/reply.ts'
import { Fragment, useState } from 'react'
import { Box } from '#element'
import { Button } from '../../parts/button.tsx'
import { Card } from '../../parts/card.tsx'
import { TextArea } from '../../parts/text-area.tsx'
import { formOf } from './field-steps.ts'
import type { FieldStep } from './field-steps.ts'
import { wordIn } from './parcel.ts'
import { ReplyPick } from './reply-pick.tsx'
import { addedTo } from './reply-rules.ts'
import type { StaffEvent } from './seen.ts'
import { Shots } from './shots.tsx'
import { useSheet } from './use-sheet.ts'

type StepFormProps = { event: StaffEvent, step: FieldStep, place: string, outside: string | null, onClose: () => void }

/** What the step asks for, and one button that does it. */
export function StepForm({ event, step, place, outside, onClose }: StepFormProps) {
  const { sheet, change, wrong, isSending, submit } = useSheet({ event: { id: event.id, title: event.title }, step }, onClose)
  const { entries, photos } = formOf(step)
  const [facts] = useState(() => replyFacts(event, new Date()))
  const part = step === 'feedback' || step === 'handle' || step === 'assistDone' ? 'after' : 'before'
  return (
    <Card title={eventStep[step]}>
      {photos && <Shots id="shots" label={photos} isOptional hint="照片上会写明时间和位置" sheet={sheet} part={part} place={place} />}
      {step === 'feedback' && outside && wordIn(sheet, 'publicReply') === '' && (
        <Button words="填入外部单位办理结果" look="plain" isWide onPress={() => change({ told: { ...sheet.told, publicReply: outside.slice(0, 500) } })} />
      )}
      {entries.map(({ name, label, hint, most, isOptional }) => (
        <Fragment key={name}>
          <TextArea
            id={name} label={label} hint={hint} isOptional={isOptional} maxLength={most} rows={3} value={wordIn(sheet, name)} error={wrong[name]}
            onChange={(text) => change({ told: { ...sheet.told, [name]: text } })}
          />
          {isReplyStep(step) && replyField[step] === name && (
            <ReplyPick step={step} matter={event.matter.code} area={event.area} facts={facts} onPick={(text) => change({ told: { ...sheet.told, [name]: addedTo(wordIn(sheet, name), text) } })} />
          )}
        </Fragment>
      ))}
      <Box className="staff__go">
        <Button words="提交" isWide isBusy={isSending} onPress={submit} />
        <Button words="先不办" look="quiet" isWide onPress={onClose} />
      </Box>
    </Card>
  )
}
