import { Refusal } from '@linli/client'
import type { Asked, Output } from '@linli/contract'
import { twinReason } from '@linli/contract/words/twin'
import { useState } from 'react'
import { Box, Words } from '#element'
import { newKey } from '../../kernel/key.ts'
import { useList } from '../../kernel/list.ts'
import { useSend } from '../../kernel/send.ts'
import { staffCall } from '../../kernel/staff.ts'
import { momentWords } from '../../kernel/time.ts'
import { tell } from '../../kernel/toast.ts'
import { Button } from '../../parts/button.tsx'
import { Card } from '../../parts/card.tsx'
import { Choice } from '../../parts/choice.tsx'
import { Headed } from '../../parts/headed.tsx'
import { Empty, Loaded } from '../../parts/state.tsx'
import { StaffPage } from './staff-page.tsx'

type Claim = Output<'claim', 'list'>['rows'][number]

export default function StaffClaims() {
  return <StaffPage title="待采纳的变动"><Claims /></StaffPage>
}

/** What stewards and other sources said and does not stand yet, each decided with one tap; it is decided at the server or not at all. */
function Claims() {
  const { load, again, rows, hasMore, isGrowing, grow } = useList((wanted) => staffCall('claim', 'list', wanted))
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
  const [alike, setAlike] = useState<readonly Alike[] | null>(null)
  const decide = (isAccepted: boolean, who: Who = {}) => send(async () => {
    const people = await staffCall('claim', 'decide', { id, isAccepted, ...who }, { key: newKey() }).then(() => null, alikeIn)
    if (people) return setAlike(people)
    tell(isAccepted ? '已采纳' : '未采纳')
    onDecided()
  })
  return (
    <Card>
      <Headed look="card" words={`${record.name}：${label}`} />
      <Words as="p" className="staff__description">{field === 'movedOut' ? `${String(value)} 搬走` : field === 'movedIn' ? String(value) : `${String(value ?? '（空）')}　现登记 ${present === null ? '没有' : String(present)}`}</Words>
      <Words as="p" className="staff__number">{`${by} ${momentWords(at)} 上报，${areaName}`}</Words>
      {alike ? <WhoIsIt id={id} alike={alike} isSending={isSending} onSay={(who) => { void decide(true, who) }} /> : (
      <Box className="staff__go">
        <Button words="采纳" isWide isBusy={isSending} onPress={() => { void decide(true) }} />
        <Button words="不采纳" look="plain" isWide isBusy={isSending} onPress={() => { void decide(false) }} />
      </Box>
      )}
    </Card>
  )
}

type Alike = Output<'person', 'alike'>['rows'][number]
type Who = Pick<Asked<'claim', 'decide'>, 'is' | 'isSomebodyElse'>

/** Whom somebody who has moved in may be; any other refusal goes on its way. */
function alikeIn(reason: unknown): Alike[] {
  if (reason instanceof Refusal && reason.code === 'base.person-alike') return reason.problem.details!.people as Alike[]
  throw reason
}

/** Nothing is written before it is said who it is, or that it is none of them. */
function WhoIsIt({ id, alike, isSending, onSay }: { id: string, alike: readonly Alike[], isSending: boolean, onSay: (who: Who) => void }) {
  const [chosen, setChosen] = useState<string | null>(null)
  const options = alike.map((one) => ({ value: one.id, words: `${one.name}${one.age === null ? '' : `，${one.age} 岁`}，${one.address ?? one.areaName}`, note: `姓名相近、${one.reasons.map((reason) => twinReason[reason]).join('、')}${one.phone ? ` · ${one.phone}` : ''}` }))
  return (
    <>
      <Choice id={`who-${id}`} label="可能已经登记过，是哪一位？" value={chosen} options={[...options, { value: 'none', words: '都不是，登记为另一个人' }]} onChange={setChosen} />
      <Box className="staff__go">
        {chosen !== 'none' && <Button words="是这位，从原住处搬来" isWide isDisabled={chosen === null} isBusy={isSending} onPress={() => onSay({ is: { person: chosen!, leavesOthers: true } })} />}
        {chosen !== 'none' && <Button words="是这位，原住处还住" look="plain" isWide isDisabled={chosen === null} isBusy={isSending} onPress={() => onSay({ is: { person: chosen!, leavesOthers: false } })} />}
        {chosen === 'none' && <Button words="登记为另一个人" isWide isBusy={isSending} onPress={() => onSay({ isSomebodyElse: alike.map((one) => one.id) })} />}
      </Box>
    </>
  )
}
