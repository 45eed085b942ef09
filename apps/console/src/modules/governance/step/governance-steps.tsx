import { DownOutlined } from '@ant-design/icons'
import { governanceStep } from '@linli/contract/words/index'
import type { GovernanceStep } from '@linli/contract/words/index'
import { Button, Dropdown } from 'antd'
import { useState } from 'react'
import bar from '../../event/step/step-bar.module.css'
import type { GovernanceTake, GovernanceView } from '../governance-view.ts'
import { GovernanceDrawer } from './governance-drawer.tsx'

const seldom: readonly GovernanceStep[] = ['replan', 'addEvents', 'cancel']

/** The steps that the server offers this person now, the way on first. Events are taken out beside each of them. */
export function GovernanceSteps({ item }: { item: GovernanceView }) {
  const [step, setStep] = useState<GovernanceTake['step']>()
  const [isOpen, setOpen] = useState(false)
  const begin = (one: GovernanceStep) => {
    setStep(one as GovernanceTake['step'])
    setOpen(true)
  }
  const shown = item.steps.filter((one) => !seldom.includes(one) && one !== 'removeEvent')
  const more = item.steps.filter((one) => seldom.includes(one))
  const main = shown.find((one) => one !== 'progress' && one !== 'redo') ?? shown[0]
  return (
    <>
      {item.steps.length > 0 && (
        <section className={bar.bar} aria-label="可办理的步骤">
          {shown.map((one) => <Button key={one} type={one === main ? 'primary' : 'default'} onClick={() => begin(one)}>{governanceStep[one]}</Button>)}
          {more.length > 0 && <Dropdown trigger={['click']} menu={{ items: more.map((one) => ({ key: one, label: governanceStep[one], danger: one === 'cancel' })), onClick: ({ key }) => begin(key as GovernanceStep) }}><Button>更多操作 <DownOutlined aria-hidden /></Button></Dropdown>}
        </section>
      )}
      {step && <GovernanceDrawer item={item} step={step} isOpen={isOpen} close={() => setOpen(false)} />}
    </>
  )
}
