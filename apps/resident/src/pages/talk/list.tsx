import { talkState } from '@linli/contract/words/reception.ts'
import { Box, Words } from '#element'
import { call } from '../../kernel/call.ts'
import { useList } from '../../kernel/list.ts'
import { useLive } from '../../kernel/live.ts'
import { go } from '../../kernel/route.ts'
import { session } from '../../kernel/session.ts'
import { momentWords } from '../../kernel/time.ts'
import { Button } from '../../parts/button.tsx'
import { Card, RowCard } from '../../parts/card.tsx'
import { EaseBar } from '../../parts/ease-bar.tsx'
import { ListRow } from '../../parts/list-row.tsx'
import { Page } from '../../parts/page.tsx'
import { SignInGate } from '../../parts/sign-in-gate.tsx'
import { Empty, Loaded } from '../../parts/state.tsx'
import { Tag } from '../../parts/tag.tsx'
import './talk.css'

const toneOf = { open: 'going', waiting: 'soon', attended: 'going', ended: 'calm' } as const

export default function Talks() {
  return (
    <Page title="我的对话">
      <EaseBar />
      <SignInGate why="登录后可以看到您问过的事和社工的回复"><List /></SignInGate>
    </Page>
  )
}

function List() {
  const { load, again, rows, hasMore, isGrowing, grow } = useList((wanted) => call('reception', 'mine', wanted))
  useLive(undefined, again, session, 'talk')
  return (
    <Loaded load={load} again={again}>
      {() => rows.length === 0
        ? <Card><Empty title="还没有问过" words="办事、找人、不清楚的事，都可以问" action={<Button words="问社工" icon="chat" onPress={() => go('talk')} />} /></Card>
        : (
          <>
            <RowCard>
              {rows.map(({ id, title, state, areaName, lastAt }) => (
                <ListRow key={id} title={title} note={`${areaName} · ${momentWords(lastAt)}`} end={<Tag words={talkState[state]} tone={toneOf[state]} />} onPress={() => go('talk', { id })} />
              ))}
            </RowCard>
            <Box className="talks__end">
              {hasMore ? <Button words={isGrowing ? '正在加载' : '加载更多'} look="quiet" isBusy={isGrowing} onPress={() => { void grow() }} /> : <Words>没有更多了</Words>}
            </Box>
          </>
        )}
    </Loaded>
  )
}
