import { useEffect } from 'react'
import { call } from '../../kernel/call.ts'
import { useLive } from '../../kernel/live.ts'
import { useLoad } from '../../kernel/load.ts'
import { Button } from '../../parts/button.tsx'
import { RowCard } from '../../parts/card.tsx'
import { Notice } from '../../parts/notice.tsx'
import { EventRow } from '../event/event-row.tsx'
import type { MyRow } from '../event/my-event.ts'
import { askOf, isOver } from '../event/status.ts'

const mostShown = 3

/** Below the doors, so that nothing above moves when it arrives: what waits for this person, told above as well, and what is under way. */
export function UnderWay({ onWaiting }: { onWaiting: (events: number) => void }) {
  const { load, again } = useLoad(() => call('event', 'mine', {}))
  useLive(undefined, again)
  const rows = load.state === 'ready' ? load.data.rows : []
  const asked = rows.filter((event) => askOf(event) !== null)
  const going = rows.filter((event) => askOf(event) === null && !isOver(event.status)).slice(0, mostShown)
  const waiting = asked.length
  useEffect(() => onWaiting(waiting), [onWaiting, waiting])
  return (
    <>
      <Rows title="等您处理" rows={asked} />
      <Rows title="正在办理" rows={going} />
      {load.state === 'failed' && <Notice kind="wrong">{load.words}<Button words="再试一次" look="quiet" onPress={again} /></Notice>}
    </>
  )
}

function Rows({ title, rows }: { title: string, rows: readonly MyRow[] }) {
  if (rows.length === 0) return null
  return <RowCard title={title}>{rows.map((event) => <EventRow key={event.id} event={event} />)}</RowCard>
}
