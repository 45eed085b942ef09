import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { eventStep } from '@linli/contract/words/event.ts'
import { Box } from '#element'
import { useLive } from '../../kernel/live.ts'
import { useSend } from '../../kernel/send.ts'
import { staff } from '../../kernel/staff.ts'
import { Button } from '../../parts/button.tsx'
import { Card } from '../../parts/card.tsx'
import { Notice } from '../../parts/notice.tsx'
import { Loaded } from '../../parts/state.tsx'
import { Facts, History, Standing, outsideResult } from './event-facts.tsx'
import { formOf, openSteps } from './field-steps.ts'
import type { FieldStep } from './field-steps.ts'
import { sheetFor } from './box.ts'
import { toSend } from './parcel.ts'
import { ParcelCard } from './parcel-card.tsx'
import { askEvent, eventName } from './seen.ts'
import type { Detail, StaffEvent } from './seen.ts'
import { Since } from './since.tsx'
import { useSpot } from './spot.ts'
import { StaffPage } from './staff-page.tsx'
import { StepForm } from './step-form.tsx'
import { postNow } from './use-sheet.ts'
import { useMine } from './use-mine.ts'
import { useSeen } from './use-seen.ts'

export default function StaffEventPage() {
  const { id = '' } = useRouter().params
  return <StaffPage title="事件办理"><OneEvent id={id} /></StaffPage>
}

/** One event: what this phone holds of it, what can be done now, what is known. */
function OneEvent({ id }: { id: string }) {
  const { load, since, again } = useSeen<Detail>(eventName(id), () => askEvent(id))
  const { place } = useSpot()
  useLive(id, again, staff)
  return (
    <>
      <Since since={since} />
      <Loaded load={load} again={again}>
        {({ event, trace }) => (
          <>
            <Standing event={event} from={place} />
            <Held event={event} />
            <Steps event={event} outside={outsideResult(trace)} />
            <Facts event={event} />
            <History trace={trace} />
          </>
        )}
      </Loaded>
    </>
  )
}

/** What was written here and is not done yet; what was begun and can be gone on with has its form below. */
function Held({ event: { id, steps } }: { event: StaffEvent }) {
  const held = useMine().filter(({ event, state, step }) => event?.id === id && (state !== 'draft' || !steps.includes(step as FieldStep)))
  return <>{held.map((parcel) => <ParcelCard key={parcel.id} parcel={parcel} isAtEvent />)}</>
}

/** One form is open at a time: the one that was begun, or the one that is tapped. */
function Steps({ event, outside }: { event: StaffEvent, outside: string | null }) {
  const held = useMine().filter((parcel) => parcel.event?.id === event.id)
  const underWay = toSend(held).map(({ step }) => step as FieldStep)
  const open = openSteps(event.steps, underWay)
  const begun = held.find(({ state, step }) => state === 'draft' && open.includes(step as FieldStep))?.step as FieldStep | undefined
  const [chosen, setChosen] = useState<FieldStep | null | undefined>(undefined)
  const { isSending, send } = useSend()
  const shown = chosen === undefined ? begun : chosen
  if (shown && open.includes(shown)) return <StepForm event={event} step={shown} place={`${event.areaName} ${event.place}`.trim()} outside={outside} onClose={() => setChosen(null)} />
  const press = (step: FieldStep) => {
    if (formOf(step).entries.length > 0) return setChosen(step)
    void send(() => postNow(sheetFor({ event: { id: event.id, title: event.title }, step })))
  }
  if (open.length === 0) return underWay.length > 0 ? null : <Notice>这件事现在不用您在手机上办。其他操作请用工作台。</Notice>
  return (
    <Card title="可以办的">
      <Box className="staff__steps">
        {open.map((step, at) => <Button key={step} words={eventStep[step]} look={at === 0 ? 'main' : 'plain'} isWide isBusy={isSending} onPress={() => press(step)} />)}
      </Box>
    </Card>
  )
}
