import { useReachBottom } from '@tarojs/taro'
import { useState } from 'react'
import { Box, Entry } from '#element'
import { go } from '../../kernel/route.ts'
import { staff } from '../../kernel/staff.ts'
import { useStore } from '../../kernel/store.ts'
import { Button } from '../../parts/button.tsx'
import { Card, RowCard } from '../../parts/card.tsx'
import { Choice } from '../../parts/choice.tsx'
import { Empty } from '../../parts/state.tsx'
import { holds, inOrder } from './near-rules.ts'
import type { Order } from './near-rules.ts'
import type { Mine } from './seen.ts'
import { useSpot } from './spot.ts'
import { StaffRow } from './staff-row.tsx'

const orders = [{ value: 'due', words: '先到期的在前' }, { value: 'near', words: '离我近的在前' }] as const

/** So many rows are drawn at a time. */
const step = 20
/** Below so many everything is seen at a glance. */
const fewest = 6

/** What waits for this person, by what is due first or by what is nearest; what is looked for is found without a network. */
export function MineList({ mine: { rows, total, isMore } }: { mine: Mine }) {
  const [order, setOrder] = useState<Order>('due')
  const [text, setText] = useState('')
  const [most, setMost] = useState(step)
  const { place, words } = useSpot()
  const { id } = useStore(staff)
  const found = inOrder(rows.filter((row) => holds(row, text)), order, place, id)
  const grow = () => { if (most < found.length) setMost(most + step) }
  useReachBottom(grow)
  if (rows.length === 0) return <Card><Empty icon="done" title="现在没有等您办的" words="有新派来的会出现在这里" /></Card>
  const hint = order === 'near' && !place ? (words ? '没有取得位置，先按时限排' : '正在取得位置…') : undefined
  return (
    <>
      {rows.length > 1 && (
        <Card>
          <Choice id="order" label="排序" look="chips" options={orders} value={order} onChange={setOrder} hint={hint} />
          {rows.length >= fewest && <Box className="staff__search"><Entry id="text" label="在等我办的里面找" placeholder="编号、标题、地点或事项" value={text} maxLength={20} onChange={setText} /></Box>}
        </Card>
      )}
      {found.length > 0
        ? <RowCard title={text.trim() === '' ? `等我办的 ${total}${isMore ? '+' : ''} 件` : `找到 ${found.length} 件`}>{found.slice(0, most).map((row) => <StaffRow key={row.id} row={row} from={place} />)}</RowCard>
        : <Card><Empty icon="search" title="等我办的里面没有" words="换个说法，或到全部事件里找" action={<Button words="在全部事件里找" look="plain" onPress={() => go('staffFind', { text: text.trim() })} />} /></Card>}
      {most < found.length && <Button words={`再看 ${Math.min(step, found.length - most)} 件`} look="plain" isWide onPress={grow} />}
    </>
  )
}
