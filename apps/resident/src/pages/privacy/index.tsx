import { Box, Words } from '#element'
import { confirm } from '../../kernel/confirm.ts'
import { forgetAll } from '../../kernel/kept.ts'
import { openPrivacyGuide } from '../../kernel/privacy.ts'
import { go } from '../../kernel/route.ts'
import { useSend } from '../../kernel/send.ts'
import { session } from '../../kernel/session.ts'
import { signOut } from '../../kernel/sign-out.ts'
import { useStore } from '../../kernel/store.ts'
import { tell } from '../../kernel/toast.ts'
import { Button } from '../../parts/button.tsx'
import { Card, RowCard } from '../../parts/card.tsx'
import { EaseBar } from '../../parts/ease-bar.tsx'
import { ListRow } from '../../parts/list-row.tsx'
import { Page } from '../../parts/page.tsx'
import { inShort } from './words.ts'
import './privacy.css'

/** What is kept where, and how to be rid of it. */
export default function Privacy() {
  const { isSignedIn } = useStore(session)
  const { isSending, send } = useSend()
  return (
    <Page title="隐私中心">
      <EaseBar />
      <Card><Words as="p">{inShort}</Words></Card>
      <RowCard>
        <ListRow icon="shield" title="个人信息处理规则" note="收集什么、保存多久、您的权利" onPress={() => go('notice')} />
        {openPrivacyGuide && <ListRow icon="shield" title="微信用户隐私保护指引" onPress={openPrivacyGuide} />}
        <ListRow icon="list" title="我上报的内容" note="查看平台保存的内容和经过" onPress={() => go('events')} />
        <ListRow icon="person" title="查看、更正、删除我的信息" note="向社区提出请求，看答复，注销账号" onPress={() => go('rights')} />
        {isSignedIn && <ListRow icon="device" title="登录设备" note="看看哪些设备登录着，可以让它退出" onPress={() => go('devices')} />}
      </RowCard>
      <Card title="这部手机上保存的">
        <Words as="p">没有交的草稿、显示大小，以及登录状态。</Words>
        <Box className="privacy__clear">
          <Button words={isSignedIn ? '退出登录并全部清除' : '全部清除'} look="plain" icon="trash" isWide isBusy={isSending} onPress={() => { void send(forget) }} />
        </Box>
      </Card>
    </Page>
  )
}

async function forget() {
  const isSure = await confirm({
    title: '清除本机保存的内容？', detail: '没有交的草稿会丢失，显示大小恢复为标准版，需要重新登录。已经上报的事情不受影响。', yes: '清除', isGrave: true,
  })
  if (!isSure) return
  await signOut()
  forgetAll()
  tell('已清除')
}
