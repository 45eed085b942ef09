import { go } from '../../kernel/route.ts'
import { useStore } from '../../kernel/store.ts'
import { RowCard } from '../../parts/card.tsx'
import { ListRow } from '../../parts/list-row.tsx'
import { Tag } from '../../parts/tag.tsx'
import { traffic } from './flush.ts'
import { useMine } from './use-mine.ts'

/** What this phone holds, always in sight: waiting, refused, begun. */
export function Backlog() {
  const { isSending } = useStore(traffic)
  const mine = useMine()
  const count = (state: string) => mine.filter((parcel) => parcel.state === state).length
  const [waiting, refused, begun] = [count('waiting'), count('refused'), count('draft')]
  const kept = count('kept')
  if (mine.length === 0) return null
  const note = [...(waiting > 0 ? [`${waiting} 件${isSending ? '正在发送' : '等网络'}`] : []), ...(refused > 0 ? [`${refused} 件没有办成`] : []), ...(begun > 0 ? [`${begun} 件没写完`] : []), ...(kept > 0 ? [`${kept} 件自己的记录`] : [])].join('，')
  const end = refused > 0 ? <Tag words="请处理" tone="wrong" /> : waiting > 0 && <Tag words="没发完" tone="soon" />
  return <RowCard><ListRow icon="clock" title="待发送" note={note} end={end || undefined} onPress={() => go('outbox')} /></RowCard>
}
