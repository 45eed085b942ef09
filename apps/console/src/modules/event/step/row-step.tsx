import { eventStep } from '@linli/contract/words/index'
import type { EventStep } from '@linli/contract/words/index'
import { Button } from 'antd'
import { useState } from 'react'
import { useAsk } from '../../../kernel/ask.ts'
import { isHard } from './step-form.tsx'
import { StepDrawer } from './step-drawer.tsx'

/** One step of a row of a list, taken without leaving the list. */
export function RowStep({ id, title, step, words }: { id: string, title: string, step: EventStep, words: string }) {
  const [isOpen, setOpen] = useState(false)
  const [isWanted, setWanted] = useState(false)
  const event = useAsk('event', 'get', { id }, { isWanted })
  const begin = () => {
    setWanted(true)
    setOpen(true)
  }
  return (
    <>
      <Button size="small" danger={isHard(step)} loading={isOpen && event.isFetching && !event.data} aria-label={`${eventStep[step]}：${title}`} onClick={begin}>{words}</Button>
      {event.data && <StepDrawer event={event.data} step={step} isOpen={isOpen} close={() => setOpen(false)} />}
    </>
  )
}
