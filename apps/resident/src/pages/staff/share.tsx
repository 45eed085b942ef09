import { useEffect, useState } from 'react'
import { Box, Words } from '#element'
import { useSend } from '../../kernel/send.ts'
import { staff } from '../../kernel/staff.ts'
import { useStore } from '../../kernel/store.ts'
import { momentWords } from '../../kernel/time.ts'
import { Button } from '../../parts/button.tsx'
import { Card, RowCard } from '../../parts/card.tsx'
import { ListRow } from '../../parts/list-row.tsx'
import { Notice } from '../../parts/notice.tsx'
import { askSharing, isOn, sharing, startSharing, stopSharing } from './sharing.ts'

const endWords = (until: string, day: string) => (until === day ? '今天 24:00' : momentWords(until))

/** 共享位置: off until somebody switches it on for this duty, with who sees it and how long it is kept; switched off with one tap. */
export function Share() {
  const { id, mayShare } = useStore(staff)
  const { owner, mine, words } = useStore(sharing)
  const { isSending, send } = useSend()
  const [isOpen, setOpen] = useState(false)
  useEffect(() => { if (mayShare) askSharing().catch(() => {}) }, [id, mayShare])
  if (!mayShare || !mine || owner !== id) return null
  if (isOn(mine)) {
    return (
      <Card title="正在共享位置">
        <Notice kind={words ? 'soon' : 'good'}>{words ?? `到${endWords(mine.until!, mine.ends.day)} 自动停止${mine.at ? `，${momentWords(mine.at)} 更新` : '，正在取得位置'}。请不要关闭邻里。`}</Notice>
        <Box className="staff__go"><Button words="停止共享" look="plain" isWide isBusy={isSending} onPress={() => { void send(stopSharing) }} /></Box>
      </Card>
    )
  }
  if (!isOpen) return <RowCard><ListRow icon="here" title="共享位置" note="现在没有共享。开启后街道能就近派人" onPress={() => setOpen(true)} /></RowCard>
  const { duty, day } = mine.ends
  const begin = (until: 'duty' | 'day') => { void send(() => startSharing(until).then(() => setOpen(false))) }
  return (
    <Card title="共享位置">
      <Words as="p" className="staff__description">谁看得到：本街道的领导、值班长和派遣员，看到您的姓名、单位、电话和最新的位置，每次查看都有记录。</Words>
      <Words as="p" className="staff__description">留多久：只留最新一个位置，不留轨迹。邻里打开时每分钟更新一次，停止后几分钟内删除。</Words>
      <Words as="p" className="staff__description">可以不开，随时能停，不影响办事。</Words>
      <Box className="staff__go">
        {duty && <Button words={`共享到${momentWords(duty)} 下班`} icon="here" isWide isBusy={isSending} onPress={() => begin('duty')} />}
        <Button words={`共享到${endWords(day, day)}`} look={duty ? 'plain' : 'main'} isWide isBusy={isSending} onPress={() => begin('day')} />
        <Button words="先不共享" look="quiet" isWide onPress={() => setOpen(false)} />
      </Box>
    </Card>
  )
}
