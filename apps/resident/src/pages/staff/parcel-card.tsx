import { eventStatus, eventStep } from '@linli/contract/words/event.ts'
import { Box, Words } from '#element'
import { confirm } from '../../kernel/confirm.ts'
import { go } from '../../kernel/route.ts'
import { useSend } from '../../kernel/send.ts'
import { useStore } from '../../kernel/store.ts'
import { momentWords } from '../../kernel/time.ts'
import { Button } from '../../parts/button.tsx'
import { Card } from '../../parts/card.tsx'
import { Notice } from '../../parts/notice.tsx'
import { Tag } from '../../parts/tag.tsx'
import { formOf } from './field-steps.ts'
import { flush, traffic } from './flush.ts'
import { drop, mayTakeBack, post, takeBack } from './box.ts'
import type { Parcel } from './parcel.ts'
import { Tile } from './shots.tsx'

/** One thing this phone holds: what it is, what was written, how it stands, and what can be done about it. */
export function ParcelCard({ parcel, isAtEvent = false }: { parcel: Parcel, isAtEvent?: boolean }) {
  const { event, step, told, shots, state, at, refused } = parcel
  const { isSending } = useStore(traffic)
  const what = step === 'report' ? '上报' : eventStep[step]
  const tags = { draft: <Tag words="没写完" />, waiting: <Tag words={isSending ? '正在发送' : '等网络'} tone="soon" />, refused: <Tag words="没有办成" tone="wrong" /> }
  return (
    <Card>
      <Box className="staff__head">
        <Words as="p" className="staff__title">{isAtEvent ? what : `${what}${event ? `：${event.title}` : ''}`}</Words>
        {tags[state]}
      </Box>
      <Words as="p" className="staff__number">{`${momentWords(new Date(at).toISOString())} ${state === 'draft' ? '开始写' : '提交'}`}</Words>
      {refused && (
        <Notice kind="wrong" isNews>
          {refused.words}
          {refused.status && <Words as="p">{`现在的环节：${eventStatus[refused.status]}。您写的内容和照片都还在。`}</Words>}
        </Notice>
      )}
      {Object.entries(told).filter(([, words]) => words.trim() !== '').map(([name, words]) => <Words as="p" key={name} className="staff__description">{words}</Words>)}
      {shots.length > 0 && <Box className="photo-grid staff__shots">{shots.map(({ key }, no) => <Tile key={key} id={key} name={`第 ${no + 1} 张照片`} />)}</Box>}
      <Choices parcel={parcel} isAtEvent={isAtEvent} />
    </Card>
  )
}

/** Other words do not help where the step itself is closed, or asks for none. */
const mayChange = ({ step, refused }: Parcel) => step === 'report' || (formOf(step).entries.length > 0 && refused?.code !== 'event.step-not-open')

function Choices({ parcel, isAtEvent }: { parcel: Parcel, isAtEvent: boolean }) {
  const { id, state, event } = parcel
  const { isSending, send } = useSend()
  const open = () => event ? go('staffEvent', { id: event.id }) : go('staffReport')
  const again = async () => {
    await post(parcel)
    await flush()
  }
  const change = async () => {
    await takeBack(id)
    if (!isAtEvent) open()
  }
  const throwAway = async () => {
    if (await confirm({ title: '删除这一件？', detail: '写的内容和照片都会从这部手机上删除，不能恢复。', yes: '删除', isGrave: true })) await drop(id)
  }
  return (
    <Box className="staff__go">
      {state === 'draft' && <Button words="接着写" look="plain" isWide onPress={open} />}
      {state === 'refused' && <Button words="重新发送" isWide isBusy={isSending} onPress={() => { void send(again) }} />}
      {mayTakeBack(parcel) && mayChange(parcel) && <Button words="改一改再发" look="plain" isWide onPress={() => { void send(change) }} />}
      {state === 'refused' && event && !isAtEvent && <Button words="看最新进度" look="plain" isWide onPress={open} />}
      {(state === 'draft' || mayTakeBack(parcel)) && <Button words="删除" look="quiet" icon="trash" isWide onPress={() => { void send(throwAway) }} />}
    </Box>
  )
}
