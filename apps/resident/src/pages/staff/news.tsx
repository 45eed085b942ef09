import type { Output } from '@linli/contract'
import { proposable } from '@linli/contract/words/base/proposable'
import { useState } from 'react'
import { Box, Words } from '#element'
import { staff, staffCall } from '../../kernel/staff.ts'
import { useStore } from '../../kernel/store.ts'
import { Button } from '../../parts/button.tsx'
import { Card, RowCard } from '../../parts/card.tsx'
import { ListRow } from '../../parts/list-row.tsx'
import { Empty, Loaded } from '../../parts/state.tsx'
import { TextField } from '../../parts/text-field.tsx'
import { Arrival, askWays, waysName } from './arrival.tsx'
import type { Ways } from './arrival.tsx'
import { PastDay } from './door-field.tsx'
import type { Door } from './door-rules.ts'
import { ParcelCard } from './parcel-card.tsx'
import { Since } from './since.tsx'
import { StaffPage } from './staff-page.tsx'
import { useMine } from './use-mine.ts'
import { useSeen } from './use-seen.ts'
import { useSheet } from './use-sheet.ts'

type Whom = Output<'claim', 'whom'>['rows'][number]

export default function StaffNews() {
  return <StaffPage title="上报变动"><News /></StaffPage>
}

/** A building has fewer. */
const most = 100
export const whomName = 'whom'

async function askWhom(): Promise<Whom[]> {
  const rows: Whom[] = []
  for (let after: string | null | undefined; after !== null;) {
    const page = await staffCall('claim', 'whom', { limit: most, ...(after && { after }) })
    rows.push(...page.rows)
    after = page.next
  }
  return rows
}

const doorOf = (one: Whom): Door => ({ id: `${one.id}.door.tell`, title: `${one.address ?? one.areaName} ${one.name}`, building: '', housing: '', person: one.id, residency: one.residency })

const mostShown = 30

/** Whom somebody in a building may tell news of: names and doors, no numbers. What they tell waits for the community. */
function News() {
  const { load, since, again } = useSeen<Whom[]>(whomName, askWhom)
  const ways = useSeen<Ways>(waysName, askWays)
  const held = useMine().filter(({ step }) => step === 'door.tell' || step === 'door.arrive')
  const draft = held.find(({ state }) => state === 'draft')
  const begun = draft?.door?.person
  const [isArriving, setArriving] = useState<boolean | undefined>(undefined)
  const [chosen, setChosen] = useState<string | null | undefined>(undefined)
  const [text, setText] = useState('')
  const { isSignedIn } = useStore(staff)
  if (!isSignedIn) return null
  if (isArriving ?? draft?.step === 'door.arrive') return <Arrival ways={ways} begun={draft?.step === 'door.arrive' ? draft.door ?? null : null} onClose={() => setArriving(false)} />
  return (
    <>
      <Since since={since} />
      {held.filter(({ state }) => state !== 'draft').map((parcel) => <ParcelCard key={parcel.id} parcel={parcel} isAtEvent />)}
      <Loaded load={load} again={again}>
        {(rows) => {
          const whom = rows.find(({ id }) => id === (chosen === undefined ? begun : chosen))
          if (whom) return <Tell key={whom.id} whom={whom} onClose={() => setChosen(null)} />
          const found = rows.filter(({ name, address }) => `${address ?? ''}${name}`.includes(text.trim()))
          return (
            <>
              <Box className="staff__more"><Button words="有人住进来" look="plain" icon="plus" isWide onPress={() => setArriving(true)} /></Box>
              <Card><TextField id="whom" label="谁家有变动" hint="搬走了、换电话、需要帮助……由社区核对后采纳" isOptional placeholder="姓名或门牌" value={text} maxLength={20} onChange={setText} /></Card>
              {found.length === 0
                ? <Card><Empty icon="search" title={rows.length === 0 ? '楼里还没有登记住户' : '没有找到'} words="可以请社区工作者上门登记" /></Card>
                : <RowCard>{found.slice(0, mostShown).map((one) => <ListRow key={one.residency} icon="person" title={one.name} note={one.address ?? one.areaName} onPress={() => setChosen(one.id)} />)}</RowCard>}
              {found.length > mostShown && <Words as="p" className="staff__waiting">{`还有 ${found.length - mostShown} 人，写几个字再找`}</Words>}
            </>
          )
        }}
      </Loaded>
    </>
  )
}

const short = ['phone', 'otherPhone', 'workplace', 'guardian', 'guardianPhone', 'careNote'] as const

function Tell({ whom, onClose }: { whom: Whom, onClose: () => void }) {
  const { sheet, change, wrong, isSending, submit } = useSheet({ event: null, whistle: null, door: doorOf(whom), step: 'door.tell' }, onClose)
  const entry = (name: string) => ({ id: name, value: sheet.told[name] ?? '', error: wrong[name], onChange: (words: string) => change({ told: { ...sheet.told, [name]: words } }) })
  return (
    <Card title={`${whom.name}，${whom.address ?? whom.areaName}`}>
      <PastDay label="已经搬走，哪天搬的" isOptional {...entry('on')} />
      {short.map((name) => <TextField key={name} label={proposable[name]} isOptional kind={name.endsWith('hone') ? 'phone' : 'text'} maxLength={40} {...entry(name)} />)}
      {wrong.nothing && <Words as="p" className="field__error">{wrong.nothing}</Words>}
      <Box className="staff__go">
        <Button words="提交" isWide isBusy={isSending} onPress={submit} />
        <Button words="先不报" look="quiet" isWide onPress={onClose} />
      </Box>
    </Card>
  )
}
