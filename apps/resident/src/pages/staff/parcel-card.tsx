import { eventStatus } from '@linli/contract/words/event.ts'
import { whistleStatus } from '@linli/contract/words/whistle.ts'
import { Box, Words } from '#element'
import { useStore } from '../../kernel/store.ts'
import { momentWords } from '../../kernel/time.ts'
import { Card } from '../../parts/card.tsx'
import { Headed } from '../../parts/headed.tsx'
import { Notice } from '../../parts/notice.tsx'
import { DoorDecide } from './door-decide.tsx'
import { isNewUnit } from './door-new.ts'
import { doorSteps, isAtDoor } from './door-rules.ts'
import { stepWords } from './forms.ts'
import { traffic } from './flush.ts'
import { aboutOf, readableIn } from './parcel.ts'
import type { Parcel } from './parcel.ts'
import { ParcelChoices } from './parcel-choices.tsx'
import { Tile } from './shots.tsx'

/** One thing this phone holds: what it is, what was written, how it stands, and what can be done about it. */
export function ParcelCard({ parcel, isAtEvent = false }: { parcel: Parcel, isAtEvent?: boolean }) {
  const { step, shots, state, at, refused } = parcel
  const about = aboutOf(parcel)
  const { isSending } = useStore(traffic)
  const what = step === 'report' ? '上报' : isAtDoor(step) ? doorSteps[step] : stepWords(step)
  const tags = {
    draft: { words: '没写完' }, waiting: { words: isNewUnit(parcel.door?.housing) ? '等门牌登记' : isSending ? '正在发送' : '等网络', tone: 'soon' }, refused: { words: '没有办成', tone: 'wrong' }, kept: { words: '我的记录' },
  } as const
  return (
    <Card>
      <Headed look="card" words={isAtEvent || !about ? what : `${what}：${about.title}`} tag={tags[state]} />
      <Words as="p" className="staff__number">{`${momentWords(parcel.takenAt ?? new Date(at).toISOString())} ${state === 'draft' ? '开始写' : '提交'}`}</Words>
      {refused && <Conflict parcel={parcel} refused={refused} />}
      {state === 'kept' && <Notice>没有发给服务器，只留在这部手机上，用不着时请删除。</Notice>}
      {readableIn(parcel).map(([name, words]) => <Words as="p" key={name} className="staff__description">{words}</Words>)}
      {shots.length > 0 && <Box className="photo-grid staff__shots">{shots.map(({ key }, no) => <Tile key={key} id={key} name={`第 ${no + 1} 张照片`} />)}</Box>}
      {state === 'refused' && <DoorDecide parcel={parcel} />}
      <ParcelChoices parcel={parcel} isAtEvent={isAtEvent} />
    </Card>
  )
}

/** What happened there meanwhile, and that nothing is lost here. */
function Conflict({ parcel: { whistle }, refused: { words, status } }: { parcel: Parcel, refused: NonNullable<Parcel['refused']> }) {
  const names: Record<string, string> = whistle ? whistleStatus : eventStatus
  const stands = status ? names[status] : undefined
  return (
    <Notice kind="wrong" isNews>
      {words}
      {stands && <Words as="p">{`现在的环节：${stands}。您写的内容和照片都还在。`}</Words>}
    </Notice>
  )
}
