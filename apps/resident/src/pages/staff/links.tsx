import { useEffect, useRef, useState } from 'react'
import type { Asked } from '@linli/contract'
import { Box, Words } from '#element'
import { staffCall } from '../../kernel/staff.ts'
import { tell } from '../../kernel/toast.ts'
import { Button } from '../../parts/button.tsx'
import { Card } from '../../parts/card.tsx'
import { AddressSheet } from './address-sheet.tsx'
import { EntriesForm } from './entries-form.tsx'
import { LinkPart } from './link-part.tsx'
import { endOf, forwardEntries } from './link-rules.ts'
import type { Told } from './link-rules.ts'
import type { LinkAddress, StaffEvent } from './seen.ts'
import { useSeen } from './use-seen.ts'

/**
 * What went out for an event by one-time links and what came back, and the way to send it to a unit that has no account. `times`: how much the timeline
 * tells; what comes back is told there.
 */
export function Links({ event, times }: { event: StaffEvent, times: number }) {
  const { load, again } = useSeen(`links.${event.id}`, () => staffCall('link', 'list', { event: event.id }))
  const [isForwarding, setForwarding] = useState(false)
  const [shown, setShown] = useState<LinkAddress | null>(null)
  const toldBefore = useRef(times)
  useEffect(() => {
    if (toldBefore.current !== times) again()
    toldBefore.current = times
  }, [times, again])
  if (load.state !== 'ready') return null
  const { rows, mayForward } = load.data
  if (rows.length === 0 && !mayForward) return null
  const forward = async (told: Told) => {
    const made = await staffCall('link', 'forward', forwarding(event.id, told))
    setForwarding(false)
    setShown(made)
    tell(`已转${made.link.name}`)
    again()
  }
  return (
    <Card title="询问与外部单位">
      {rows.length === 0 && !isForwarding && <Words as="p" className="staff__waiting">要请物业、电力、燃气等没有账号的单位办，可以把链接发给对方，对方办好后用链接回复结果。</Words>}
      {rows.map((row) => <LinkPart key={row.id} row={row} show={setShown} again={again} />)}
      {mayForward && !isForwarding && <Box className="staff__go"><Button words="转外部单位" look="plain" isWide onPress={() => setForwarding(true)} /></Box>}
      {mayForward && isForwarding && <EntriesForm id="forward" entries={Object.values(forwardEntries)} short={['name', 'phone']} words="转办" send={forward} onClose={() => setForwarding(false)} />}
      {shown && <AddressSheet shown={shown} onClose={() => setShown(null)} />}
    </Card>
  )
}

/** Whoever gave a number is written to. */
const forwarding = (event: string, { name = '', phone = '', request = '', dueAt = '' }: Told): Asked<'link', 'forward'> => ({ event, name, phone, request, dueAt: endOf(dueAt), isSent: phone !== '' })
