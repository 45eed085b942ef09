import { useRouter } from '@tarojs/taro'
import { Box, Words } from '#element'
import { call } from '../../kernel/call.ts'
import { useLoad } from '../../kernel/load.ts'
import { leaveTo, replace } from '../../kernel/route.ts'
import { latestWords } from '../../kernel/time.ts'
import { Button } from '../../parts/button.tsx'
import { Card } from '../../parts/card.tsx'
import { EaseBar } from '../../parts/ease-bar.tsx'
import { Icon } from '../../parts/icon.tsx'
import { Page } from '../../parts/page.tsx'
import { SignInGate } from '../../parts/sign-in-gate.tsx'
import { Loaded } from '../../parts/state.tsx'
import { Timeline } from '../../parts/timeline.tsx'
import type { MyEvent } from '../event/my-event.ts'
import './report.css'

/** A clear answer: it has arrived, under this number, and this is what happens now. */
export default function Sent() {
  const { id = '' } = useRouter().params
  return (
    <Page title="已经收到">
      <EaseBar />
      <SignInGate why="登录后可以看到上报的结果"><Receipt id={id} /></SignInGate>
    </Page>
  )
}

function Receipt({ id }: { id: string }) {
  const { load, again } = useLoad(() => call('event', 'getMine', { id }))
  return (
    <Loaded load={load} again={again}>
      {(event) => (
        <>
          <Card>
            <Box className="sent" role="status">
              <Icon name="done" className="sent__sign" />
              <Words as="p" className="sent__title">已经收到您的上报</Words>
              <Words as="p">编号</Words>
              <Words as="p" className="sent__number">{event.number}</Words>
              <Words as="p" className="sent__about">{`${event.matter} · ${event.place}`}</Words>
            </Box>
          </Card>
          <Card title="接下来"><Timeline moments={event.status === 'merged' ? together : next(event)} /></Card>
          <Button words="查看进度" isWide onPress={() => replace('event', { id })} />
          <Button words="再报一件" look="plain" isWide onPress={() => replace('report')} />
          <Button words="返回首页" look="quiet" isWide onPress={() => leaveTo('home')} />
        </>
      )}
    </Loaded>
  )
}

const together = [
  { title: '一起办理', text: '与先上报的同一件事合并办理，您写的情况和照片一并交给办理人员。', isNow: true },
  { title: '一并答复您', text: '办好后您会在「我的事件」里看到答复，没有解决的可以要求重新办理。' },
]

const next = ({ dueAt }: MyEvent) => [
  { title: '社区受理', text: dueAt ? `${latestWords(dueAt)}。情况不清楚时，会请您补充。` : '情况不清楚时，会请您补充。', isNow: true },
  { title: '安排单位办理', text: '您可以随时在「我的事件」里看到办到哪一步。' },
  { title: '答复您', text: '办理结果和处置后的照片会公布给您。' },
  { title: '请您评价', text: '没有解决的，可以要求重新办理。' },
]
