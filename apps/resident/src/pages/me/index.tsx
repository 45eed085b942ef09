import { confirm } from '../../kernel/confirm.ts'
import { isElder } from '../../kernel/elder.ts'
import { go } from '../../kernel/route.ts'
import { useSend } from '../../kernel/send.ts'
import { session } from '../../kernel/session.ts'
import { signOut } from '../../kernel/sign-out.ts'
import { useStore } from '../../kernel/store.ts'
import { tell } from '../../kernel/toast.ts'
import { Button } from '../../parts/button.tsx'
import { Card, RowCard } from '../../parts/card.tsx'
import { Choice } from '../../parts/choice.tsx'
import { EaseBar } from '../../parts/ease-bar.tsx'
import { ListRow } from '../../parts/list-row.tsx'
import { Page } from '../../parts/page.tsx'
import { forgetDraft } from '../report/draft.ts'
import { Who } from './who.tsx'
import './me.css'

const editions = [
  { value: 'standard', words: '标准版' },
  { value: 'elder', words: '大字版', note: '字更大，按钮更大，可以朗读' },
] as const

export default function Me() {
  const { isSignedIn } = useStore(session)
  const edition = useStore(isElder) ? 'elder' : 'standard'
  const { isSending, send } = useSend()
  return (
    <Page title="我的">
      <EaseBar />
      {isSignedIn
        ? <Who />
        : <RowCard><ListRow icon="person" title="登录" note="登录后可以上报事情、查看进度" onPress={() => go('signIn')} /></RowCard>}
      <RowCard>
        <ListRow icon="list" title="我的事件" onPress={() => go('events')} />
        <ListRow icon="chat" title="我的对话" note="问过社工的事" onPress={() => go('talks')} />
        {isSignedIn && <ListRow icon="device" title="登录设备" onPress={() => go('devices')} />}
        <ListRow icon="device" title="工作人员入口" note="网格员、办理单位、核查人员" onPress={() => go('staff')} />
        <ListRow icon="shield" title="隐私中心" note="保存了什么、您的权利、清除本机内容" onPress={() => go('privacy')} />
      </RowCard>
      <Card>
        <Choice id="edition" label="显示大小" options={editions} value={edition} onChange={(chosen) => isElder.set(chosen === 'elder')} />
      </Card>
      {isSignedIn && <Button words="退出登录" look="plain" icon="out" isWide isBusy={isSending} onPress={() => { void send(leave) }} />}
    </Page>
  )
}

async function leave() {
  const isSure = await confirm({ title: '退出登录？', detail: '没有交的草稿会从这部手机上清除。已经上报的事情不受影响，下次登录还能看到。', yes: '退出登录' })
  if (!isSure) return
  await signOut()
  forgetDraft()
  tell('已退出登录')
}
