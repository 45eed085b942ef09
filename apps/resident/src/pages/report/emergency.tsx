import { helpFor } from '@linli/contract/words/emergency.ts'
import { Box, Words } from '#element'
import { phone } from '#phone'
import { Button } from '../../parts/button.tsx'
import { Notice } from '../../parts/notice.tsx'

/** Nobody should wait for an office where a life is at stake. */
export function Emergency({ text }: { text: string }) {
  const help = helpFor(text)
  if (help.length === 0) return null
  return (
    <Notice kind="wrong" isNews>
      <Words as="p" className="report__danger">如果有人身危险，请先打电话求助，再在这里上报。</Words>
      <Box className="report__calls">
        {help.map(({ number, name }) => <Button key={number} words={`拨打 ${number} ${name}`} look="grave" icon="phone" isWide onPress={() => phone.dial(number)} />)}
      </Box>
    </Notice>
  )
}
