import type { ReactNode } from 'react'
import { eventStep } from '@linli/contract/words/event.ts'
import { isReplyStep, replyFacts, replyField } from '@linli/contract/words/reply.ts'
import { Fragment, useState } from 'react'
import { Box, Words } from '#element'
import { Button } from '../../parts/button.tsx'
import { Card } from '../../parts/card.tsx'
import { FieldGroup } from '../../parts/field.tsx'
import type { Point } from '../../phone/phone.ts'
import type { Begun } from './box.ts'
import { EntryField } from './entry-field.tsx'
import { formOf, stepWords } from './forms.ts'
import type { Step } from './forms.ts'
import { distanceWords, metresTo } from './near-rules.ts'
import { wordIn } from './parcel.ts'
import { ReplyPick } from './reply-pick.tsx'
import { addedTo } from './reply-rules.ts'
import type { StaffEvent } from './seen.ts'
import { Shots } from './shots.tsx'
import { lookAround, useSpot } from './spot.ts'
import { useSheet } from './use-sheet.ts'

type StepFormProps = {
  about: Begun & { step: Step }
  /** In words, for the photos; and where it lies, for steps that say how far away one is. */
  place: string
  point?: Point | null
  hints?: Readonly<Record<string, string>>
  /** What has to be seen to decide. */
  above?: ReactNode
  /** It is on its way; what comes back from there is opened again by whoever shows this. */
  onPosted: () => void
  onClose: () => void
}
type StepFormProps = { event: StaffEvent, step: FieldStep, place: string, outside: string | null, onClose: () => void }

/** What the step asks for, and one button that does it. */
export function StepForm({ about, place, point = null, hints, above, onPosted, outside, onClose }: StepFormProps) {
  const { step } = about
  const { sheet, change, wrong, isSending, submit } = useSheet(about, onPosted)
  const { entries, photos, isPlaced } = formOf(step)
  const { place: spot, words } = useSpot()
  const isFound = isPlaced === true && spot !== null && words === null
  const [facts] = useState(() => replyFacts(event, new Date()))
  const part = step === 'feedback' || step === 'handle' || step === 'assistDone' ? 'after' : 'before'
  return (
    <Card title={stepWords(step)}>
      {above}
      {isPlaced && <Here to={point} />}
      {photos && <Shots id="shots" label={photos} isOptional hint="照片上会写明时间和位置" sheet={sheet} part={after.includes(step) ? 'after' : 'before'} place={place} />}
      {entries.filter(({ name }) => !(isFound && name === 'reason')).map((entry) => (
        <EntryField
      {step === 'feedback' && outside && wordIn(sheet, 'publicReply') === '' && (
        <Button words="填入外部单位办理结果" look="plain" isWide onPress={() => change({ told: { ...sheet.told, publicReply: outside.slice(0, 500) } })} />
      )}
      {entries.map(({ name, label, hint, most, isOptional }) => (
        <Fragment key={name}>
          <TextArea
            entry={entry} hint={hints?.[entry.name]} value={wordIn(sheet, entry.name)} error={wrong[entry.name]}entry.name
            onChange={(text) => change({ told: { ...sheet.told, [entry.name]: text } })}
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

const after: readonly Step[] = ['feedback', 'handle', 'assistDone', 'whistle.feedback']

/** Where the phone is now, and how far from the place; it is told with the tap. */
function Here({ to }: { to: Point | null }) {
  const { place, isLooking, words } = useSpot()
  const metres = metresTo(place, to)
  const about = place ? `（误差约 ${place.accuracy} 米）` : ''
  const found = place && words === null ? `${metres === null ? '已取得位置' : `距现场 ${distanceWords(metres)}`}${about}` : words ?? '还没有取得位置'
  return (
    <FieldGroup id="here" label="我的位置" hint="提交时的位置会一起报给街道">
      <Box role="status"><Words as="p" className="staff__waiting">{isLooking ? '正在取得位置…' : found}</Words></Box>
      <Button words="重新定位" look="plain" icon="here" isWide isBusy={isLooking} onPress={() => { void lookAround() }} />
    </FieldGroup>
  )
}
