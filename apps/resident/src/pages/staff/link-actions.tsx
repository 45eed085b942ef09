import { useState } from 'react'
import { Box } from '#element'
import { useSend } from '../../kernel/send.ts'
import { staffCall } from '../../kernel/staff.ts'
import { tell } from '../../kernel/toast.ts'
import { Button } from '../../parts/button.tsx'
import { EntriesForm } from './entries-form.tsx'
import { endOf, forwardEntries, withdrawEntry } from './link-rules.ts'
import type { Told } from './link-rules.ts'
import type { LinkAddress, StaffLink } from './seen.ts'

/** `show`: the address it opens with; `again`: it stands otherwise now. */
export type LinkProps = { row: StaffLink, show: (address: LinkAddress) => void, again: () => void }

/** Of an anonymous reporter no number is shown, and there may be one. */
const mayBeSent = ({ delivery, phone }: StaffLink) => delivery !== 'noMobile' && (phone !== null || delivery !== 'notAsked')

/** What may be done with a link that nobody has answered. */
export function LinkActions({ row, show, again }: LinkProps) {
  const { id, kind, state, delivery } = row
  const [open, setOpen] = useState<'extend' | 'withdraw' | null>(null)
  const { isSending, send } = useSend()
  const address = () => send(async () => show(await staffCall('link', 'address', { id })))
  const done = (words: string) => {
    tell(words)
    setOpen(null)
    again()
  }
  const remind = () => send(async () => {
    await staffCall('link', 'remind', { id })
    done('短信已交给发送')
  })
  const close = () => setOpen(null)
  const extend = async ({ dueAt = '' }: Told) => {
    await staffCall('link', 'extend', { id, dueAt: endOf(dueAt) })
    done('期限已延长')
  }
  const withdraw = async ({ reason = '' }: Told) => {
    await staffCall('link', 'withdraw', { id, reason })
    done('链接已撤回')
  }
  if (open === 'extend') return <Box className="staff__ask"><EntriesForm id={`extend-${id}`} entries={[forwardEntries.dueAt]} words="延长期限" send={extend} onClose={close} /></Box>
  if (open === 'withdraw') return <Box className="staff__ask"><EntriesForm id={`withdraw-${id}`} entries={[withdrawEntry]} words="撤回链接" send={withdraw} onClose={close} /></Box>
  return (
    <Box className="staff__acts">
      {state === 'open' && <Button words="复制链接" look="plain" isBusy={isSending} onPress={() => { void address() }} />}
      {state === 'open' && mayBeSent(row) && <Button words={delivery === 'sent' ? '再发短信' : '发短信'} look="plain" isBusy={isSending} onPress={() => { void remind() }} />}
      {kind === 'forward' && <Button words="延长期限" look="plain" onPress={() => setOpen('extend')} />}
      <Button words="撤回" look="plain" onPress={() => setOpen('withdraw')} />
    </Box>
  )
}
