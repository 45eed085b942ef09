import { useRouter } from '@tarojs/taro'
import { EaseBar } from '../../parts/ease-bar.tsx'
import { Page } from '../../parts/page.tsx'
import { SignInGate } from '../../parts/sign-in-gate.tsx'
import { Loaded } from '../../parts/state.tsx'
import { session } from '../../kernel/session.ts'
import { useStore } from '../../kernel/store.ts'
import { AskBar } from './ask-bar.tsx'
import { Talk } from './talk.tsx'
import { useTalk } from './use-talk.ts'
import { Where } from './where.tsx'
import './talk.css'

export default function TalkPage() {
  const { isSignedIn } = useStore(session)
  return isSignedIn ? <Open /> : <Page title="问社工"><EaseBar /><SignInGate why="登录后就能提问，社工的回复也会留在这里">{null}</SignInGate></Page>
}

function Open() {
  const { params } = useRouter()
  const talking = useTalk(params.id)
  const talk = talking.load.state === 'ready' ? talking.load.data : null
  return (
    <Page title="问社工" foot={talk && talk !== 'place' && talk.state !== 'ended' && <AskBar talk={talk} talking={talking} />}>
      <EaseBar />
      <Loaded load={talking.load} again={talking.again}>
        {(data) => data === 'place' ? <Where isFirst onChosen={(area) => talking.begin(area)} /> : <Talk talk={data} talking={talking} />}
      </Loaded>
    </Page>
  )
}
