import { Box, Words } from '#element'
import { asking } from '../kernel/confirm.ts'
import { useStore } from '../kernel/store.ts'
import { Button } from './button.tsx'
import { Sheet } from './sheet.tsx'

/** Draws what `confirm` asks. */
export function ConfirmLayer() {
  const question = useStore(asking)
  if (!question) return null
  const { title, detail, yes, no = '取消', isGrave = false, answer } = question
  return (
    <Sheet title={title} onClose={() => answer(false)}>
      {detail && <Words as="p" className="sheet__text">{detail}</Words>}
      <Box>
        <Button words={yes} look={isGrave ? 'grave' : 'main'} isWide onPress={() => answer(true)} />
        <Button words={no} look="plain" isWide onPress={() => answer(false)} />
      </Box>
    </Sheet>
  )
}
