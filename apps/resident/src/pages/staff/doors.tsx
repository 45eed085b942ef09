import { useRouter } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { Box } from '#element'
import { go } from '../../kernel/route.ts'
import { useSend } from '../../kernel/send.ts'
import { Sorry } from '../../kernel/sorry.ts'
import { staff, staffCall } from '../../kernel/staff.ts'
import { useStore } from '../../kernel/store.ts'
import { momentWords } from '../../kernel/time.ts'
import { tell } from '../../kernel/toast.ts'
import { Button } from '../../parts/button.tsx'
import { Card, RowCard } from '../../parts/card.tsx'
import { ListRow } from '../../parts/list-row.tsx'
import { Notice } from '../../parts/notice.tsx'
import { Empty, Loaded } from '../../parts/state.tsx'
import { TextField } from '../../parts/text-field.tsx'
import { Backlog } from './backlog.tsx'
import { Doors } from './door-list.tsx'
import { findHere } from './door-rules.ts'
import { areasName, askAreas, forgetStock, isBuilding, stock, stocked, stocking } from './door-seen.ts'
import type { Area, Building } from './door-seen.ts'
import { Since } from './since.tsx'
import { StaffPage } from './staff-page.tsx'
import { useSeen } from './use-seen.ts'

export default function StaffDoors() {
  const { area = '', name = '' } = useRouter().params
  const [path, words] = [decodeURIComponent(area), decodeURIComponent(name)]
  return <StaffPage title={words || '入户登记'}>{path !== '' && isBuilding(path) ? <Doors area={path} name={words} /> : <Places area={path} name={words} />}</StaffPage>
}

export const openArea = ({ path, name }: Area) => go('staffDoors', { area: path, name })
export const openDoor = (area: string, name: string, housing: string) => go('staffDoor', { area, name, housing })

/** From the community down to a building, or by search; what lies on this phone is said with each. */
function Places({ area, name }: { area: string, name: string }) {
  const { places } = useStore(staff)
  const [only] = places.length === 1 ? places : []
  const here: Area | undefined = area === '' ? only : { path: area, name }
  const [held, setHeld] = useState<readonly Building[]>([])
  const busy = useStore(stocking)
  useEffect(() => { void stocked().then(setHeld) }, [busy])
  return (
    <>
      {area === '' && <Backlog />}
      {area === '' && <Search held={held} />}
      {here ? <Below key={here.path} area={here} held={held} /> : <RowCard title="我的辖区">{places.map((one) => <ListRow key={one.path} icon="map" title={one.name} onPress={() => openArea(one)} />)}</RowCard>}
      {area === '' && held.length > 0 && <Stock held={held} />}
    </>
  )
}

function Below({ area, held }: { area: Area, held: readonly Building[] }) {
  const { load, since, again } = useSeen<Area[]>(areasName(area.path), () => askAreas(area.path))
  const busy = useStore(stocking)
  const { isSending, send } = useSend()
  const fetch = () => send(async () => { tell(`已下载 ${await stock(area)} 幢`) })
  const note = (path: string) => {
    const mine = held.filter((one) => one.area.startsWith(path) && one.at > 0)
    return mine.length === 0 ? undefined : isBuilding(path) ? `${momentWords(new Date(mine[0]!.at).toISOString())} 下载` : `已下载 ${mine.length} 幢`
  }
  return (
    <>
      <Since since={since} />
      <Loaded load={load} again={again}>
        {(rows) => rows.length === 0
          ? <Card><Empty title="这里还没有楼幢" words="请在电脑上的工作台里登记楼幢和房屋" /></Card>
          : (
            <>
              <RowCard title={area.name}>{rows.map((one) => <ListRow key={one.path} icon={isBuilding(one.path) ? 'pin' : 'map'} title={one.name} note={note(one.path)} onPress={() => openArea(one)} />)}</RowCard>
              {rows.some(({ path }) => isBuilding(path)) && (
                <Box className="staff__more">
                  <Notice>下载后没有网络也能登记。只存姓名和遮挡后的号码，7 天后自动清除，退出登录也会清除。</Notice>
                  <Button words={busy && busy.all > 0 ? `正在下载，${busy.done} / ${busy.all} 幢` : '下载到这部手机'} look="plain" icon="device" isWide isBusy={isSending || busy !== null} onPress={() => { void fetch() }} />
                </Box>
              )}
            </>
          )}
      </Loaded>
    </>
  )
}

/** A door, or somebody whose door is asked for when it is gone to: each record that is opened is a look of its own. */
type Found = { title: string, note: string } & ({ area: string, housing: string, building: string } | { person: string })

/** By address or name: what lies on this phone first, then all that may be seen. */
function Search({ held }: { held: readonly Building[] }) {
  const [text, setText] = useState('')
  const [far, setFar] = useState<{ text: string, rows: Found[] } | null>(null)
  const { isSending, send } = useSend()
  const wanted = text.trim()
  const near: Found[] = wanted.length < 2 ? [] : findHere(held, wanted).slice(0, mostFound).map(({ area, unit, names }) => ({ area, housing: unit.id, title: unit.address, note: names || '没有登记住户', building: '' }))
  const ask = () => send(async () => setFar({ text: wanted, rows: await findFar(wanted) }))
  const rows = far?.text === wanted ? far.rows : near
  return (
    <>
      <Card>
        <TextField id="find-door" label="找地址或姓名" placeholder="例如：3-2-501，或姓名" value={text} maxLength={40} onChange={setText} onDone={() => { if (wanted.length >= 2) void ask() }} />
        {wanted.length >= 2 && <Box className="staff__go"><Button words="在全部登记里找" look="plain" icon="search" isWide isBusy={isSending} onPress={() => { void ask() }} /></Box>}
      </Card>
      {rows.length > 0 && <RowCard title={far?.text === wanted ? '找到' : '这部手机上的'}>{rows.map((one) => <ListRow key={'person' in one ? one.person : one.housing} title={one.title} note={one.note} onPress={() => { void send(() => openFound(one)) }} />)}</RowCard>}
      {far?.text === wanted && rows.length === 0 && <Card><Empty icon="search" title="没有找到" words="换个写法试试，比如 3幢2单元501室" /></Card>}
    </>
  )
}

const mostFound = 20

async function findFar(text: string): Promise<Found[]> {
  const { housing, people } = await staffCall('find', 'all', { text, limit: mostFound })
  return [
    ...people.map((one) => ({ person: one.id, title: one.age === null ? one.name : `${one.name}，${one.age} 岁`, note: one.address ?? one.areaName })),
    ...housing.map((unit) => ({ area: unit.area, housing: unit.id, title: unit.address, note: unit.areaName, building: unit.areaName })),
  ]
}

async function openFound(found: Found) {
  if (!('person' in found)) return openDoor(found.area, found.building, found.housing)
  const home = (await staffCall('person', 'get', { id: found.person })).residencies.find(({ until, housing }) => until === null && housing !== null)
  if (!home?.housing) throw new Sorry('这个人没有登记到哪一户，请在工作台里补上房屋')
  openDoor(home.area, home.areaName, home.housing)
}

function Stock({ held }: { held: readonly Building[] }) {
  const busy = useStore(stocking)
  const { isSending, send } = useSend()
  const people = held.reduce((sum, one) => sum + one.people.length, 0)
  const forget = () => send(async () => {
    await forgetStock()
    stocking.set(null)
    tell('已从这部手机清除')
  })
  return (
    <RowCard title="这部手机上的资料">
      <ListRow title={`${held.length} 幢，${people} 人`} note="只有姓名和遮挡后的号码，用完可以清除" />
      <Box className="staff__acts"><Button words="清除" look="quiet" icon="trash" isBusy={isSending || busy !== null} onPress={() => { void forget() }} /></Box>
    </RowCard>
  )
}
