import { Fragment } from 'react'
import type { ReactNode } from 'react'
import { Box, Words } from '#element'
import { Button } from '../../parts/button.tsx'
import { Card } from '../../parts/card.tsx'
import { FieldGroup } from '../../parts/field.tsx'
import type { Point } from '../../phone/phone.ts'
import type { Begun } from './box.ts'
import { EntryField } from './entry-field.tsx'
import { EventHelp } from './event-help.tsx'
import type { Helping } from './event-help.tsx'
import { formOf, stepWords } from './forms.ts'
import type { Step } from './forms.ts'
import { distanceWords, metresTo } from './near-rules.ts'
import { entriesOf, wordIn } from './parcel.ts'
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
  /** What helps to fill entries in. */
  help?: Helping
  /** It is on its way; what comes back from there is opened again by whoever shows this. */
  onPosted: () => void
  onClose: () => void
}

/** What the step asks for, and one button that does it. */
export function StepForm({ about, place, point = null, hints, above, help, onPosted, onClose }: StepFormProps) {
  const { step } = about
  const { sheet, change, wrong, isSending, submit } = useSheet(about, onPosted)
  const { photos, isPlaced } = formOf(step)
  const entries = entriesOf({ ...sheet, step })
  const { place: spot, words } = useSpot()
  const isFound = isPlaced === true && spot !== null && words === null
  return (
    <Card title={stepWords(step)}>
      {above}
      {isPlaced && <Here to={point} />}
      {photos && <Shots id="shots" label={photos} isOptional hint="照片上会写明时间和位置" sheet={sheet} part={after.includes(step) ? 'after' : 'before'} place={place} />}
      {entries.filter(({ name }) => !(isFound && name === 'reason')).map((entry) => {
        const { name } = entry
        const value = wordIn(sheet, name)
        const put = (text: string) => change({ told: { ...sheet.told, [name]: text } })
        return (
          <Fragment key={name}>
            <EntryField entry={entry} hint={hints?.[name]} value={value} error={wrong[name]} onChange={put} />
            {help && <EventHelp {...help} step={step} name={name} value={value} put={put} />}
          </Fragment>
        )
      })}
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
