import type { Output } from '@linli/contract'
import { useState } from 'react'
import { Box, Words } from '#element'
import { staffCall } from '../../kernel/staff.ts'
import { Button } from '../../parts/button.tsx'
import { Card, RowCard } from '../../parts/card.tsx'
import { ListRow } from '../../parts/list-row.tsx'
import { Empty, Loaded } from '../../parts/state.tsx'
import { TextField } from '../../parts/text-field.tsx'
import { CodeField, PastDay } from './door-field.tsx'
import type { Door } from './door-rules.ts'
import type { Code } from './door-seen.ts'
import { recall } from './seen.ts'
import { Since } from './since.tsx'
import type { useSeen } from './use-seen.ts'
import { useSheet } from './use-sheet.ts'

type TellDoor = Output<'claim', 'doors'>['rows'][number]
/** Behind which doors somebody may have moved in, and in which roles they may live there. */
export type Ways = { doors: TellDoor[], roles: Code[], at: number }

export const waysName = 'telldoors'
const most = 100
const mostShown = 30

/** A whole community has as many doors as fill many answers, and they change rarely. */
const halfDay = 12 * 3600 * 1000

export async function askWays(): Promise<Ways> {
  const known = await recall<Ways>(waysName)
  if (known && Date.now() - known.data.at < halfDay) return known.data
  const doors: TellDoor[] = []
  for (let after: string | null | undefined; after !== null;) {
    const page = await staffCall('claim', 'doors', { limit: most, ...(after && { after }) })
    doors.push(...page.rows)
    after = page.next
  }
  return { doors, roles: (await staffCall('dictionary', 'entries', { table: 'residencyRole' })).rows.map(({ code, label }) => ({ code, label })), at: Date.now() }
}

const doorOf = ({ id, address }: TellDoor): Door => ({ id: `${id}.door.arrive`, title: address, building: '', housing: id })

/** Somebody has moved in: behind which door, and who; it waits for the community. */
export function Arrival({ ways: { load, since, again }, begun, onClose }: { ways: ReturnType<typeof useSeen<Ways>>, begun: Door | null, onClose: () => void }) {
  const [chosen, setChosen] = useState<Door | null>(begun)
  const [text, setText] = useState('')
  return (
    <>
      <Since since={since} />
      <Loaded load={load} again={again}>
        {({ doors, roles }) => {
          if (chosen) return <WhoArrived key={chosen.id} door={chosen} roles={roles} onClose={onClose} />
          const found = doors.filter(({ address }) => address.includes(text.trim()))
          return (
            <>
              <Card>
                <TextField id="which-door" label="住进哪一户" isOptional placeholder="门牌，例如 501" value={text} maxLength={20} onChange={setText} />
                <Box className="staff__go"><Button words="先不报" look="quiet" isWide onPress={onClose} /></Box>
              </Card>
              {found.length === 0
                ? <Card><Empty icon="search" title={doors.length === 0 ? '楼里还没有登记房屋' : '没有找到'} words="可以请社区工作者上门登记" /></Card>
                : <RowCard>{found.slice(0, mostShown).map((one) => <ListRow key={one.id} icon="pin" title={one.address} onPress={() => setChosen(doorOf(one))} />)}</RowCard>}
              {found.length > mostShown && <Words as="p" className="staff__waiting">{`还有 ${found.length - mostShown} 户，写几个字再找`}</Words>}
            </>
          )
        }}
      </Loaded>
    </>
  )
}

function WhoArrived({ door, roles, onClose }: { door: Door, roles: readonly Code[], onClose: () => void }) {
  const { sheet, change, wrong, isSending, submit } = useSheet({ event: null, whistle: null, door, step: 'door.arrive' }, onClose)
  const put = (name: string, words: string, said?: string) => change({ told: { ...sheet.told, [name]: words }, door: { ...door, said: { ...sheet.door?.said, ...(said !== undefined && { [name]: said }) } } })
  const entry = (name: string) => ({ id: name, value: sheet.told[name] ?? '', error: wrong[name], onChange: (words: string) => put(name, words) })
  return (
    <Card title={`${door.title}，有人住进来`}>
      <TextField label="姓名" maxLength={50} {...entry('name')} />
      <CodeField label="居住关系" codes={roles} {...entry('role')} onChange={(code, words) => put('role', code, words)} />
      <TextField label="联系电话" isOptional kind="phone" maxLength={20} {...entry('phone')} />
      <PastDay label="哪天住进来的" isOptional {...entry('since')} />
      <Box className="staff__go">
        <Button words="提交" isWide isBusy={isSending} onPress={submit} />
        <Button words="先不报" look="quiet" isWide onPress={onClose} />
      </Box>
    </Card>
  )
}
