import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { Box } from '#element'
import { useList } from '../../kernel/list.ts'
import { staffCall } from '../../kernel/staff.ts'
import { Button } from '../../parts/button.tsx'
import { Card, RowCard } from '../../parts/card.tsx'
import { Empty, Loaded } from '../../parts/state.tsx'
import { TextField } from '../../parts/text-field.tsx'
import { useSpot } from './spot.ts'
import { StaffPage } from './staff-page.tsx'
import { StaffRow } from './staff-row.tsx'

export default function StaffFind() {
  return <StaffPage title="查找事件"><Find /></StaffPage>
}

/** Everything this person may see, by number or by words; done ones too. It is looked up at the server. */
function Find() {
  const { text: given = '' } = useRouter().params
  const [text, setText] = useState(() => decodeURIComponent(given))
  const [asked, setAsked] = useState(() => decodeURIComponent(given))
  const ask = () => setAsked(text.trim())
  return (
    <>
      <Card>
        <TextField id="find" label="编号、标题、地点" placeholder="例如：编号的后几位" value={text} maxLength={40} onChange={setText} onDone={ask} />
        <Box className="staff__go"><Button words="查找" icon="search" isWide onPress={ask} /></Box>
      </Card>
      {asked !== '' && <Found key={asked} text={asked} />}
    </>
  )
}

function Found({ text }: { text: string }) {
  const { load, again, rows, hasMore, isGrowing, grow } = useList((wanted) => staffCall('event', 'list', { ...wanted, text }))
  const { place } = useSpot()
  return (
    <Loaded load={load} again={again}>
      {() => rows.length === 0
        ? <Card><Empty icon="search" title="没有找到" words="换个说法试试，编号可以只写后几位" /></Card>
        : (
          <>
            <RowCard title={`找到 ${rows.length}${hasMore ? '+' : ''} 件`}>{rows.map((row) => <StaffRow key={row.id} row={row} from={place} />)}</RowCard>
            {hasMore && <Button words="再看一些" look="plain" isWide isBusy={isGrowing} onPress={() => { void grow() }} />}
          </>
        )}
    </Loaded>
  )
}
