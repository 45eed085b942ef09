import { useEffect, useState } from 'react'
import { Box, Words } from '#element'
import { phone } from '#phone'
import { useSend } from '../../kernel/send.ts'
import { staff } from '../../kernel/staff.ts'
import { useStore } from '../../kernel/store.ts'
import { momentWords } from '../../kernel/time.ts'
import { tell } from '../../kernel/toast.ts'
import { Button } from '../../parts/button.tsx'
import { Card, RowCard } from '../../parts/card.tsx'
import { ListRow } from '../../parts/list-row.tsx'
import { Empty, Loaded } from '../../parts/state.tsx'
import { TextField } from '../../parts/text-field.tsx'
import { askUnits, directories, fetchAhead, fetching } from './ahead.ts'
import { askMine, askWhistles, recall } from './seen.ts'
import type { Unit } from './seen.ts'
import { StaffPage } from './staff-page.tsx'
import { useSeen } from './use-seen.ts'

export default function StaffKept() {
  return <StaffPage title="离线资料"><Stock /><Units /></StaffPage>
}

type Held = { title: string, amount: number, unit: string, at: number | null }

/** What opens without a network, and how old it is. */
function Stock() {
  const { isFetching, times } = useStore(fetching)
  const [held, setHeld] = useState<Held[]>([])
  const { isSending, send } = useSend()
  useEffect(() => { void count().then(setHeld) }, [times])
  const anew = () => send(async () => {
    const [mine, whistles] = await Promise.all([askMine(), staff.get().mayWhistle ? askWhistles() : []])
    await fetchAhead(mine.rows, whistles, true)
    tell('已更新')
  })
  return (
    <>
      <RowCard title="没有网络时能看的">
        {held.map(({ title, amount, unit, at }) => <ListRow key={title} title={title} note={at === null ? '还没有取' : `${amount} ${unit}，${momentWords(new Date(at).toISOString())} 取的`} />)}
      </RowCard>
      <Box className="staff__more"><Button words={isFetching ? '正在取…' : '全部重新取一遍'} look="plain" isWide isBusy={isSending || isFetching} onPress={() => { void anew() }} /></Box>
    </>
  )
}

async function count(): Promise<Held[]> {
  const names = await phone.box.names('seen').catch(() => [])
  const about = async (title: string, unit: string, mine: readonly string[]): Promise<Held> => {
    const moments = (await Promise.all(mine.map((name) => recall(name)))).flatMap((one) => one ? [one.at] : [])
    return { title, unit, amount: moments.length, at: moments.length > 0 ? Math.min(...moments) : null }
  }
  const list = async (title: string, unit: string, name: string): Promise<Held> => {
    const known = await recall<unknown[]>(name)
    return { title, unit, amount: known?.data.length ?? 0, at: known?.at ?? null }
  }
  const named = (start: string) => names.filter((name) => name.startsWith(start))
  return Promise.all([
    about('事件详情和经过', '件', named('event.')), about('事件照片', '张', named('thumb.')), ...(staff.get().places.length > 0 ? [about('入户登记的楼幢', '幢', named('door.'))] : []), ...(staff.get().mayWhistle ? [about('吹哨', '件', named('whistle.'))] : []),
    list('事项目录', '项', directories.matters), list('单位', '个', directories.units),
  ])
}

const mostShown = 20

/** Who can be called; the number is the office's, not a person's. */
function Units() {
  const { load, again } = useSeen<Unit[]>(directories.units, askUnits)
  const [text, setText] = useState('')
  return (
    <Loaded load={load} again={again}>
      {(units) => {
        const found = units.filter(({ name }) => name.includes(text.trim()))
        return (
          <>
            <Card><TextField id="unit" label="找单位" isOptional placeholder="单位名称" value={text} maxLength={20} onChange={setText} /></Card>
            {found.length === 0
              ? <Card><Empty icon="search" title="没有找到" words="换个名称试试" /></Card>
              : <RowCard title={`单位 ${found.length} 个`}>{found.slice(0, mostShown).map(({ id, name, phone: number, areaName }) => <ListRow key={id} icon="phone" title={name} note={number ?? `${areaName}，没有登记电话`} onPress={number ? () => phone.dial(number) : undefined} />)}</RowCard>}
            {found.length > mostShown && <Words as="p" className="staff__waiting">{`还有 ${found.length - mostShown} 个，写几个字再找`}</Words>}
          </>
        )
      }}
    </Loaded>
  )
}
