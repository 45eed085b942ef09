import { useState } from 'react'
import { talkState } from '@linli/contract/words/reception.ts'
import { Box, Words } from '#element'
import { go } from '../../kernel/route.ts'
import { Button } from '../../parts/button.tsx'
import { Notice } from '../../parts/notice.tsx'
import { Rate } from './rate.tsx'
import { TurnBox } from './turn.tsx'
import type { TalkView, Talking } from './use-talk.ts'
import { Where } from './where.tsx'

/** What was said so far, the newest last; at the end what is waited for, or the rating. */
export function Talk({ talk, talking }: { talk: TalkView, talking: Talking }) {
  const [isMoving, setMoving] = useState(false)
  const { state, areaName, worker } = talk
  const choose = (area: string) => {
    setMoving(false)
    void talking.place(area)
  }
  return (
    <>
      <Box className="talk__head">
        <Words className="talk__place">{areaName}</Words>
        {(state === 'open' || state === 'waiting') && <Button words="换社区" look="quiet" isOpen={isMoving} onPress={() => setMoving(!isMoving)} />}
        <Button words="我的对话" look="quiet" onPress={() => go('talks')} />
      </Box>
      {isMoving && <Where onChosen={choose} />}
      {talk.earlier !== null && <Button words="看更早的" look="quiet" isWide onPress={() => { void talking.earlier() }} />}
      <Box as="ol" className="talk__turns">
        {talk.turns.map((turn) => <TurnBox key={turn.no} turn={turn} talking={talking} isOver={state === 'ended'} />)}
      </Box>
      {state === 'waiting' && <Notice isNews>{`${talkState.waiting}，回复会直接出现在这里。`}</Notice>}
      {state === 'attended' && <Notice kind="good" isNews>{`社工${worker ? ` ${worker} ` : ''}正在回复您。`}</Notice>}
      {state === 'ended' && <Ended talk={talk} talking={talking} />}
    </>
  )
}

function Ended({ talk, talking }: { talk: TalkView, talking: Talking }) {
  return (
    <>
      {talk.mayRate && <Rate talking={talking} />}
      {talk.rating && <Notice kind="good" isNews>谢谢您的评价。</Notice>}
      <Button words="再问一个问题" look={talk.mayRate ? 'plain' : 'main'} icon="chat" isWide isBusy={talking.isSending} onPress={() => { void talking.begin() }} />
    </>
  )
}
