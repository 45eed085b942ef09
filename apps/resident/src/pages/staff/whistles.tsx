import { staffCall } from '../../kernel/staff.ts'
import { useList } from '../../kernel/list.ts'
import { Button } from '../../parts/button.tsx'
import { Card, RowCard } from '../../parts/card.tsx'
import { Empty, Loaded } from '../../parts/state.tsx'
import { StaffPage } from './staff-page.tsx'
import { WhistleLine } from './whistle-line.tsx'

export default function StaffWhistles() {
  return <StaffPage title="吹哨"><All /></StaffPage>
}

/** Every whistle this person may see, the newest first: a unit those it was called to. */
function All() {
  const { load, again, rows, hasMore, isGrowing, grow } = useList((wanted) => staffCall('whistle', 'list', wanted))
  return (
    <Loaded load={load} again={again}>
      {() => rows.length === 0
        ? <Card><Empty icon="report" title="还没有吹过哨" words="街道吹哨召集后会出现在这里" /></Card>
        : (
          <>
            <RowCard>{rows.map((row) => <WhistleLine key={row.id} row={row} />)}</RowCard>
            {hasMore && <Button words="再看一些" look="plain" isWide isBusy={isGrowing} onPress={() => { void grow() }} />}
          </>
        )}
    </Loaded>
  )
}
