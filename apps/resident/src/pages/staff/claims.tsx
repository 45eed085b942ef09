import type { Output } from '@linli/contract'
import { Box, Words } from '#element'
import { newKey } from '../../kernel/key.ts'
import { useList } from '../../kernel/list.ts'
import { useSend } from '../../kernel/send.ts'
import { staffCall } from '../../kernel/staff.ts'
import { momentWords } from '../../kernel/time.ts'
import { tell } from '../../kernel/toast.ts'
import { Button } from '../../parts/button.tsx'
import { Card } from '../../parts/card.tsx'
import { Headed } from '../../parts/headed.tsx'
import { Empty, Loaded } from '../../parts/state.tsx'
import { StaffPage } from './staff-page.tsx'

type Claim = Output<'claim', 'list'>['rows'][number]

export default function StaffClaims() {
  return <StaffPage title="待采纳的变动"><Claims /></StaffPage>
}

/** What stewards and other sources said and does not stand yet, each decided with one tap; it is decided at the server or not at all. */
function Claims() {
  const { load, again, rows, hasMore, isGrowing, grow } = useList((wanted) => staffCall('claim', 'list', { ...wanted, kind: 'person' }))
  return (
    <Loaded load={load} again={again}>
      {() => rows.length === 0
        ? <Card><Empty icon="done" title="没有待采纳的变动" words="楼道长上报的会出现在这里" /></Card>
        : (
          <>
            {rows.map((row) => <OneClaim key={row.id} row={row} onDecided={again} />)}
            {hasMore && <Button words="再看一些" look="plain" isWide isBusy={isGrowing} onPress={() => { void grow() }} />}
          </>
        )}
    </Loaded>
  )
}

function OneClaim({ row, onDecided }: { row: Claim, onDecided: () => void }) {
  const { id, record, label, value, present, by, at, areaName, field } = row
  const { isSending, send } = useSend()
  const decide = (isAccepted: boolean) => send(async () => {
    await staffCall('claim', 'decide', { id, isAccepted }, { key: newKey() })
    tell(isAccepted ? '已采纳' : '未采纳')
    onDecided()
  })
  return (
    <Card>
      <Headed look="card" words={`${record.name}：${label}`} />
      <Words as="p" className="staff__description">{field === 'movedOut' ? `${String(value)} 搬走` : `${String(value ?? '（空）')}　现登记 ${present === null ? '没有' : String(present)}`}</Words>
      <Words as="p" className="staff__number">{`${by} ${momentWords(at)} 上报，${areaName}`}</Words>
      <Box className="staff__go">
        <Button words="采纳" isWide isBusy={isSending} onPress={() => { void decide(true) }} />
        <Button words="不采纳" look="plain" isWide isBusy={isSending} onPress={() => { void decide(false) }} />
      </Box>
    </Card>
  )
}
