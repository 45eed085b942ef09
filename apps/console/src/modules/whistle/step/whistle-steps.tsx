import { whistleStep } from '@linli/contract/words/index'
import type { WhistleStep } from '@linli/contract/words/index'
import { DownOutlined } from '@ant-design/icons'
import { Button, Dropdown } from 'antd'
import { useState } from 'react'
import bar from '../../event/step/step-bar.module.css'
import type { WhistleView } from '../whistle-view.ts'
import { WhistleDrawer } from './whistle-drawer.tsx'

const hard: readonly WhistleStep[] = ['withdraw', 'release']

/** The steps that the server offers this person now; for a unit the way on first. */
export function WhistleSteps({ whistle }: { whistle: WhistleView }) {
  const [step, setStep] = useState<WhistleStep>()
  const [isOpen, setOpen] = useState(false)
  const begin = (one: WhistleStep) => {
    setStep(one)
    setOpen(true)
  }
  const shown = whistle.steps.filter((one) => !hard.includes(one))
  const more = whistle.steps.filter((one) => hard.includes(one))
  const isAwaited = whistle.calls.some(({ light }) => light !== null)
  // Ending is the way on once nobody is waited for.
  const main = shown.find((one) => one !== 'callMore' && one !== 'rateOffice' && !(one === 'end' && isAwaited))
  const sorted = main ? [main, ...shown.filter((one) => one !== main)] : shown
  return (
    <>
      {whistle.steps.length > 0 && (
        <section className={bar.bar} aria-label="可办理的步骤">
          {sorted.map((one) => <Button key={one} type={one === main ? 'primary' : 'default'} onClick={() => begin(one)}>{whistleStep[one]}</Button>)}
          {more.length > 0 && <Dropdown trigger={['click']} menu={{ items: more.map((one) => ({ key: one, label: whistleStep[one], danger: true })), onClick: ({ key }) => begin(key as WhistleStep) }}><Button>更多操作 <DownOutlined aria-hidden /></Button></Dropdown>}
        </section>
      )}
      {/* The open form stays even if a colleague has just taken the step: what was written is not thrown away. */}
      {step && step !== 'blow' && <WhistleDrawer whistle={whistle} step={step} isOpen={isOpen} close={() => setOpen(false)} />}
    </>
  )
}
