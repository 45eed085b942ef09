import { ShareAltOutlined } from '@ant-design/icons'
import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useEffect, useState } from 'react'
import { useAsk } from '../../kernel/ask.ts'
import type { EventView } from '../event/event-view.ts'
import { AddressShown } from './address-shown.tsx'
import { ForwardDrawer } from './forward-drawer.tsx'
import { LinkItem } from './link-item.tsx'
import type { Address } from './link-view.ts'
import styles from './link.module.css'

interface EventLinksProps { event: EventView, feedback: (publicReply: string) => void }

/** What went out by one-time links for an event and what came back, and the way to send it to a unit that has no account. */
export function EventLinks({ event, feedback }: EventLinksProps) {
  const client = useQueryClient()
  const query = useAsk('link', 'list', { event: event.id })
  const [isForwarding, setForwarding] = useState(false)
  const [shown, setShown] = useState<Address>()
  // Whether a link is still good depends on where the event stands.
  useEffect(() => void client.invalidateQueries({ queryKey: ['link', 'list', { event: event.id }] }), [client, event.id, event.changedAt])
  if (!query.data || (query.data.rows.length === 0 && !query.data.mayForward)) return null
  const { rows, mayForward } = query.data
  return (
    <section className="panel" aria-labelledby="links">
      <h2 id="links" className="panel-title">询问与外部单位{mayForward && <Button size="small" className={styles.new} icon={<ShareAltOutlined aria-hidden />} onClick={() => setForwarding(true)}>转外部单位</Button>}</h2>
      {rows.length === 0 && <p className={`faint ${styles.none}`}>要请物业、电力、燃气等没有账号的单位办理，点“转外部单位”，对方用一次性链接回复结果。</p>}
      <ul>{rows.map((row) => <LinkItem key={row.id} row={row} show={setShown} feedback={event.steps.includes('feedback') ? feedback : undefined} />)}</ul>
      <ForwardDrawer event={event} isOpen={isForwarding} close={() => setForwarding(false)} done={setShown} />
      <AddressShown shown={shown} close={() => setShown(undefined)} />
    </section>
  )
}
