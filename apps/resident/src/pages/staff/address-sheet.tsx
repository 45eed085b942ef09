import { Box, Words } from '#element'
import { phone } from '#phone'
import { useSend } from '../../kernel/send.ts'
import { Sorry } from '../../kernel/sorry.ts'
import { tell } from '../../kernel/toast.ts'
import { Button } from '../../parts/button.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import type { LinkAddress } from './seen.ts'

/** The address of a link, to be passed on some other way; it is shown once, another one can be had. */
export function AddressSheet({ shown: { link, address }, onClose }: { shown: LinkAddress, onClose: () => void }) {
  const { isSending, send } = useSend()
  const copy = () => send(async () => {
    await phone.copy(address).catch(() => { throw new Sorry('没有复制成，请长按链接复制') })
    tell('链接已复制，可以粘贴给对方')
  })
  return (
    <Sheet title={link.kind === 'ask' ? '给上报人的链接' : `给${link.name}的链接`} onClose={onClose}>
      <Words as="p" className="staff__address">{address}</Words>
      <Words as="p" className="staff__waiting">{`${link.delivery === 'waiting' || link.delivery === 'sent' ? '短信也会发给对方。' : ''}链接只能回复一次，谁拿到谁就能回复，请只发给本人。`}</Words>
      <Box className="staff__go"><Button words="复制" isWide isBusy={isSending} onPress={() => { void copy() }} /></Box>
    </Sheet>
  )
}
