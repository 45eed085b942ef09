import { useRouter } from '@tarojs/taro'
import { call } from '../../kernel/call.ts'
import { useLive } from '../../kernel/live.ts'
import { useLoad } from '../../kernel/load.ts'
import { EaseBar } from '../../parts/ease-bar.tsx'
import { Page } from '../../parts/page.tsx'
import { SignInGate } from '../../parts/sign-in-gate.tsx'
import { Loaded } from '../../parts/state.tsx'
import { Answer } from './answer.tsx'
import { History, Reported, Result } from './facts.tsx'
import { Rate } from './rate.tsx'
import { Reopen } from './reopen.tsx'
import { Standing } from './standing.tsx'
import type { Taken } from './take.ts'
import { Urge } from './urge.tsx'
import './event.css'

/** Where one of one's own events stands, what happened so far, and what can be done now: only what the server offers. */
export default function EventPage() {
  const { id = '' } = useRouter().params
  return (
    <Page title="事件进度">
      <EaseBar />
      <SignInGate why="登录后可以看到办理进度"><Progress id={id} /></SignInGate>
    </Page>
  )
}

function Progress({ id }: { id: string }) {
  const { load, again, put } = useLoad(() => call('event', 'getMine', { id }))
  useLive(id, again)
  const taken: Taken = { put, again }
  return (
    <Loaded load={load} again={again}>
      {(event) => (
        <>
          <Standing event={event} />
          {event.steps.includes('answer') && <Answer event={event} {...taken} />}
          {event.steps.includes('urge') && <Urge event={event} {...taken} />}
          <Result event={event} />
          {event.steps.includes('rate') && <Rate event={event} {...taken} />}
          {event.steps.includes('reopen') && <Reopen event={event} {...taken} />}
          <History event={event} />
          <Reported event={event} />
        </>
      )}
    </Loaded>
  )
}
