import { useState } from 'react'
import type { ReactNode } from 'react'
import { Box } from '#element'
import { useSend } from '../../kernel/send.ts'
import { Button } from '../../parts/button.tsx'
import { Card } from '../../parts/card.tsx'
import { Notice } from '../../parts/notice.tsx'
import type { Point } from '../../phone/phone.ts'
import { sheetFor } from './box.ts'
import type { Helping } from './event-help.tsx'
import { formOf, isPlain, isStep, openSteps, stepWords } from './forms.ts'
import type { Step } from './forms.ts'
import { aboutOf, toSend } from './parcel.ts'
import type { Parcel } from './parcel.ts'
import { StepForm } from './step-form.tsx'
import { useMine } from './use-mine.ts'
import { postNow } from './use-sheet.ts'

type StepsProps = {
  about: Pick<Parcel, 'event' | 'whistle'>
  /** What the server says may be done. */
  offered: readonly string[]
  place: string
  point: Point | null
  hintsFor?: (step: Step) => Readonly<Record<string, string>>
  aboveFor?: (step: Step) => ReactNode
  help?: Helping
  /** Where nothing may be done here. */
  nothing: string
}

/** What can be done now. One form is open at a time: the one that was begun, or the one that is tapped. */
export function Steps({ about, offered, place, point, hintsFor, aboveFor, help, nothing }: StepsProps) {
  const held = useMine().filter((parcel) => aboutOf(parcel)?.id === aboutOf(about)?.id)
  const underWay = toSend(held).map(({ step }) => step).filter(isStep)
  const open = openSteps(offered, underWay)
  const isOpen = (step: string): step is Step => open.some((one) => one === step)
  const begun = held.map(({ state, step }) => state === 'draft' ? step : '').find(isOpen)
  const [chosen, setChosen] = useState<Step | null | undefined>(undefined)
  const shown = chosen === undefined ? begun : chosen
  if (shown && isOpen(shown)) {
    return <StepForm key={shown} about={{ ...about, step: shown }} place={place} point={point} hints={hintsFor?.(shown)} above={aboveFor?.(shown)} help={help} onPosted={() => setChosen(undefined)} onClose={() => setChosen(null)} />
  }
  if (open.length === 0) return underWay.length > 0 ? null : <Notice>{nothing}</Notice>
  return <Buttons about={about} open={open} onChoose={setChosen} />
}

function Buttons({ about, open, onChoose }: { about: StepsProps['about'], open: readonly Step[], onChoose: (step: Step) => void }) {
  const { isSending, send } = useSend()
  const [isUnfolded, setUnfolded] = useState(false)
  const press = (step: Step) => {
    if (!isPlain(step)) return onChoose(step)
    void send(() => postNow(sheetFor({ ...about, step })))
  }
  const often = open.filter((step) => !formOf(step).isRare)
  const rare = open.filter((step) => formOf(step).isRare)
  const isFolded = often.length > 0 && rare.length > 1 && !isUnfolded
  const buttons = (steps: readonly Step[], isFirst: boolean) =>
    steps.map((step, at) => <Button key={step} words={stepWords(step)} look={isFirst && at === 0 ? 'main' : 'plain'} isWide isBusy={isSending} onPress={() => press(step)} />)
  return (
    <Card title="可以办的">
      <Box className="staff__steps">
        {buttons(often, true)}
        {isFolded && <Button words={`${rare.map(stepWords).join('、')}…`} look="quiet" isWide isOpen={false} onPress={() => setUnfolded(true)} />}
        {!isFolded && buttons(rare, often.length === 0)}
      </Box>
    </Card>
  )
}
