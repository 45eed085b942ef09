import { eventStep } from '@linli/contract/words/index'
import type { EventStep } from '@linli/contract/words/index'
import { DownOutlined, EditOutlined } from '@ant-design/icons'
import { Button, Dropdown } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { useMay, useMe } from '../../../kernel/session.ts'
import type { EventView } from '../event-view.ts'
import styles from './step-bar.module.css'
import { StepDrawer } from './step-drawer.tsx'
import { isAside, isHard } from './step-form.tsx'

/** The steps that the server offers this person now, as buttons; the first forward one stands out, what is seldom done is folded away. */
export function StepBar({ event }: { event: EventView }) {
  const [step, setStep] = useState<EventStep>()
  const [isOpen, setOpen] = useState(false)
  const begin = (one: EventStep) => {
    setStep(one)
    setOpen(true)
  }
  const navigate = useNavigate()
  const mayEdit = useMay('event.report') && event.status === 'draft'
  const mayWhistle = useMe().may['whistle.blow']?.some((area) => event.area.startsWith(area)) === true && !restful.includes(event.status)
  const shown = event.steps.filter((one) => !isAside(one))
  const main = shown.find((one) => !isHard(one) && one !== 'askInfo')
  const sorted = [0, 1, 2].flatMap((place) => shown.filter((one) => rank(one, main) === place))
  const more = [...event.steps.filter(isAside).map((one) => ({ key: one as string, label: eventStep[one] as string, danger: isHard(one) })), ...(mayWhistle ? [{ key: 'whistle', label: '吹哨', danger: false }] : [])]
  const bar = (event.steps.length > 0 || mayEdit || mayWhistle) && (
    <section className={styles.bar} aria-label="可办理的步骤">
      {sorted.map((one) => <Button key={one} type={one === main ? 'primary' : 'default'} danger={isHard(one)} onClick={() => begin(one)}>{eventStep[one]}</Button>)}
      {mayEdit && <Button icon={<EditOutlined aria-hidden />} onClick={() => void navigate(`/event/${event.id}/edit`)}>修改草稿</Button>}
      {more.length > 0 && (
        <Dropdown trigger={['click']} menu={{ items: more, onClick: ({ key }) => key === 'whistle' ? void navigate(`/whistle/new?event=${event.id}`) : begin(key as EventStep) }}>
          <Button>更多操作 <DownOutlined aria-hidden /></Button>
        </Dropdown>
      )}
    </section>
  )
  // The open form stays even if a colleague has just taken the step: what was written is not thrown away.
  return <>{bar}{step && <StepDrawer event={event} step={step} isOpen={isOpen} close={() => setOpen(false)} />}</>
}

/** Nobody is called to these. */
const restful: readonly EventView['status'][] = ['draft', 'selfHandled', 'merged', 'closed', 'cancelled']

/** The way on first, what others will feel last. */
const rank = (step: EventStep, main: EventStep | undefined) => step === main ? 0 : isHard(step) ? 2 : 1
