import { useRouter } from '@tarojs/taro'
import { useLive } from '../../kernel/live.ts'
import { staff } from '../../kernel/staff.ts'
import { Loaded } from '../../parts/state.tsx'
import { History } from './event-facts.tsx'
import { Held } from './held.tsx'
import { askWhistle, whistleName } from './seen.ts'
import type { WhistleDetail } from './seen.ts'
import { Since } from './since.tsx'
import { useSpot } from './spot.ts'
import { StaffPage } from './staff-page.tsx'
import { Steps } from './steps.tsx'
import { useSeen } from './use-seen.ts'
import { Called, WhistleStanding } from './whistle-facts.tsx'

export default function StaffWhistlePage() {
  const { id = '' } = useRouter().params
  return <StaffPage title="吹哨报到"><OneWhistle id={id} /></StaffPage>
}

/** One whistle: where to, by when, what is to be done there; and who else is called. */
function OneWhistle({ id }: { id: string }) {
  const { load, since, again } = useSeen<WhistleDetail>(whistleName(id), () => askWhistle(id))
  const { place } = useSpot()
  useLive(id, again, staff, 'whistle')
  return (
    <>
      <Since since={since} />
      <Loaded load={load} again={again}>
        {({ whistle, trace }) => {
          const offered = whistle.steps.map((step) => `whistle.${step}`)
          return (
            <>
              <WhistleStanding whistle={whistle} from={place} />
              <Held id={whistle.id} offered={offered} />
              <Steps
                about={{ event: null, whistle: { id: whistle.id, title: whistle.title } }} offered={offered} place={whistle.place || whistle.areaName} point={whistle.point}
                nothing="这次吹哨现在不用您办。"
              />
              <Called whistle={whistle} />
              <History trace={trace} />
            </>
          )
        }}
      </Loaded>
    </>
  )
}
