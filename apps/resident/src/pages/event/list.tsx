import { Box, Words } from '#element'
import { call } from '../../kernel/call.ts'
import { useList } from '../../kernel/list.ts'
import { useLive } from '../../kernel/live.ts'
import { go } from '../../kernel/route.ts'
import { Button } from '../../parts/button.tsx'
import { Card, RowCard } from '../../parts/card.tsx'
import { EaseBar } from '../../parts/ease-bar.tsx'
import { Page } from '../../parts/page.tsx'
import { SignInGate } from '../../parts/sign-in-gate.tsx'
import { Empty, Loaded } from '../../parts/state.tsx'
import { EventRow } from './event-row.tsx'
import './event.css'

export default function Events() {
  return (
    <Page title="我的事件">
      <EaseBar />
      <SignInGate why="登录后可以看到您上报的事情办到了哪一步"><List /></SignInGate>
    </Page>
  )
}

function List() {
  const { load, again, rows, hasMore, isGrowing, grow } = useList((wanted) => call('event', 'mine', wanted))
  useLive(undefined, again)
  return (
    <Loaded load={load} again={again}>
      {() => rows.length === 0
        ? (
          <Card>
            <Empty title="还没有上报过事情" words="看到问题，告诉社区，办理的每一步都能在这里看到" action={<Button words="我要上报" icon="report" onPress={() => go('report')} />} />
          </Card>
        )
        : (
          <>
            <RowCard>{rows.map((event) => <EventRow key={event.id} event={event} />)}</RowCard>
            <Box className="events__end">
              {hasMore
                ? <Button words={isGrowing ? '正在加载' : '加载更多'} look="quiet" isBusy={isGrowing} onPress={() => { void grow() }} />
                : <Words>没有更多了</Words>}
            </Box>
          </>
        )}
    </Loaded>
  )
}
