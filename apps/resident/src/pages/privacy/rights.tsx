import { useState } from 'react'
import { rightsKind, rightsStatus } from '@linli/contract/words/rights.ts'
import type { Output } from '@linli/contract'
import { Box, Words } from '#element'
import { call } from '../../kernel/call.ts'
import { confirm } from '../../kernel/confirm.ts'
import { useList } from '../../kernel/list.ts'
import { useSend } from '../../kernel/send.ts'
import { momentWords } from '../../kernel/time.ts'
import { tell } from '../../kernel/toast.ts'
import { Button } from '../../parts/button.tsx'
import { Card } from '../../parts/card.tsx'
import { EaseBar } from '../../parts/ease-bar.tsx'
import { Page } from '../../parts/page.tsx'
import { SignInGate } from '../../parts/sign-in-gate.tsx'
import { Empty, Loaded } from '../../parts/state.tsx'
import { Tag } from '../../parts/tag.tsx'
import { AskRights } from './ask-rights.tsx'
import { CloseAccount } from './close-account.tsx'
import './privacy.css'

type Mine = Output<'rights', 'mine'>['rows'][number]

/** What one asked about one's own data, and what was answered; ask more; close the account. */
export default function Rights() {
  return (
    <Page title="我的个人信息请求">
      <EaseBar />
      <SignInGate why="登录后可以查看、更正、删除自己的信息"><Mine /></SignInGate>
    </Page>
  )
}

function Mine() {
  const { load, again, rows, hasMore, isGrowing, grow } = useList((wanted) => call('rights', 'mine', wanted))
  const [isAsking, setAsking] = useState(false)
  return (
    <>
      {isAsking
        ? <AskRights close={() => setAsking(false)} onAsked={() => { setAsking(false); again() }} />
        : <Box className="privacy__ask"><Button words="提出请求" icon="plus" isWide onPress={() => setAsking(true)} /></Box>}
      <Loaded load={load} again={again}>
        {() => (rows.length === 0 ? <Card><Empty title="还没有提出过请求" words="可以查看平台登记了您的什么，要求更正或删除" /></Card> : <>{rows.map((one) => <One key={one.id} one={one} onChanged={again} />)}</>)}
      </Loaded>
      {hasMore && <Button words="再看以前的" look="plain" isWide isBusy={isGrowing} onPress={() => { void grow() }} />}
      <CloseAccount />
    </>
  )
}

function One({ one, onChanged }: { one: Mine, onChanged: () => void }) {
  const { isSending, send } = useSend()
  const withdraw = async () => {
    if (!await confirm({ title: '撤回这个请求？', detail: '撤回后社区不再办理，需要时可以重新提出。', yes: '撤回' })) return
    await call('rights', 'withdraw', { id: one.id })
    tell('已撤回')
    onChanged()
  }
  return (
    <Card title={rightsKind[one.kind]}>
      <Tag words={rightsStatus[one.status]} tone={one.status === 'answered' ? 'good' : undefined} />
      <Words as="p">{one.wish}</Words>
      <Words as="p" className="privacy__how">{`${momentWords(one.askedAt)}向${one.areaName}提出`}</Words>
      {one.mayWithdraw && <Words as="p" className="privacy__how">{`最晚 ${momentWords(one.dueAt)}答复`}</Words>}
      {one.outcome.length > 0 && (
        <Box as="ul" className="privacy__list">
          {one.outcome.map(({ what, result, why }) => <Box as="li" key={what}><Words as="p">{`${what}：${result}`}</Words>{why && <Words as="p" className="privacy__how">{why}</Words>}</Box>)}
        </Box>
      )}
      {one.answer && <Words as="p">{`答复：${one.answer}`}</Words>}
      {one.mayWithdraw && <Box className="privacy__clear"><Button words="撤回" look="plain" isBusy={isSending} onPress={() => { void send(withdraw) }} /></Box>}
    </Card>
  )
}
