import type { EventStep } from '@linli/contract/words/index'
import { useState } from 'react'
import type { ReactNode } from 'react'
import type { EventView } from '../event-view.ts'
import { StepDrawer } from './step-drawer.tsx'
import type { StepValues } from './step-form.tsx'

export interface Steps { begin: (step: EventStep, preset?: StepValues) => void, drawer: ReactNode }

interface After { taken?: (after: EventView) => void, closed?: () => void }

/** Opens the form of a step, from a button, a letter or what stands beside. The open form stays even if a colleague has just taken the step: what was written is not thrown away. */
export function useSteps(event: EventView, after: After = {}): Steps {
  const [begun, setBegun] = useState<{ step: EventStep, preset?: StepValues }>()
  const [isOpen, setOpen] = useState(false)
  const begin = (step: EventStep, preset?: StepValues) => {
    setBegun({ step, preset })
    setOpen(true)
  }
  return { begin, drawer: begun && <StepDrawer event={event} {...begun} {...after} isOpen={isOpen} close={() => setOpen(false)} /> }
}
