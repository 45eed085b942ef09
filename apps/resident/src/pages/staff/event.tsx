import { useRouter } from '@tarojs/taro'
import { limitUnit } from '@linli/contract/words/event.ts'
import { useLive } from '../../kernel/live.ts'
import { staff } from '../../kernel/staff.ts'
import { Loaded } from '../../parts/state.tsx'
import { CallReporter } from './call-reporter.tsx'
import { Compare } from './compare.tsx'
import { Facts, History, outsideResult } from './event-facts.tsx'
import { Asides, Standing } from './event-standing.tsx'
import type { Step } from './forms.ts'
import { Held } from './held.tsx'
import { Links } from './links.tsx'
import { askEvent, eventName } from './seen.ts'
import type { Detail, StaffEvent } from './seen.ts'
import { Since } from './since.tsx'
import { useSpot } from './spot.ts'
import { StaffPage } from './staff-page.tsx'
import { Steps } from './steps.tsx'
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
            <Asides event={event} />
            <Held id={event.id} offered={event.steps} />
            <Steps
              about={{ event: { id: event.id, title: event.title, ...(event.source === 'hotline' && event.whole === null && { isHotline: true }) }, whistle: null }} offered={event.steps} place={placeOf(event)} point={event.point}
              hintsFor={(step) => hintsFor(step, event)} aboveFor={(step) => aboveFor(step, event)} help={{ event, outside: outsideResult(trace) }}
              nothing="这件事现在不用您在手机上办。其他操作请用工作台。"
            />
            <Links event={event} times={trace.length} />
            <Facts event={event} />
            <CallReporter event={event} />
            <History trace={trace} />
          </>
        )}
      </Loaded>
    </>
  )
}

const placeOf = ({ areaName, place }: StaffEvent) => place === areaName ? areaName : `${areaName} ${place}`.trim()

/** What only this event can say of an entry. */
function hintsFor(step: Step, { mostExtension: { amount, unit }, supervisions }: StaffEvent): Record<string, string> {
  if (step === 'askExtension') return { amount: `单位：${limitUnit[unit]}，最多 ${amount}` }
  const asked = supervisions.find(({ endedAt }) => endedAt === null)
  return step === 'replySupervision' && asked ? { reply: `${asked.by} 督办：${asked.text}` } : {}
}

/** Who checks or verifies sees what was there before and what is there now. */
const compared: readonly Step[] = ['check', 'rework', 'confirm', 'refute']
const aboveFor = (step: Step, { photos }: StaffEvent) => compared.includes(step) && <Compare photos={photos} />
