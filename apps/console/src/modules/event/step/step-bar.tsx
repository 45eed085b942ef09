import { eventStep } from '@linli/contract/words/index'
import type { EventStep } from '@linli/contract/words/index'
import { DownOutlined, EditOutlined } from '@ant-design/icons'
import { Button, Dropdown } from 'antd'
import { useNavigate } from 'react-router'
import { useMay, useMe } from '../../../kernel/session.ts'
import { useStore } from '../../../kernel/store.ts'
import { shortcuts, useKeys } from '../../../parts/keys.ts'
import type { EventView } from '../event-view.ts'
import styles from './step-bar.module.css'
import { isAside, isHard } from './step-form.tsx'
import { stepKeys } from './step-keys.ts'

interface StepBarProps { event: EventView, begin: (step: EventStep) => void }

/** The steps that the server offers this person now, as buttons with their letters; the first forward one stands out, what is seldom done is folded away. */
export function StepBar({ event, begin }: StepBarProps) {
  const navigate = useNavigate()
  const mayEdit = useMay('event.report') && event.status === 'draft'
  const mayWhistle = useMe().may['whistle.blow']?.some((area) => event.area.startsWith(area)) === true && !restful.includes(event.status)
  const main = mainStep(event)
  const shown = event.steps.filter((one) => !isAside(one))
  const sorted = [0, 1, 2].flatMap((place) => shown.filter((one) => rank(one, main) === place))
  const more = [
    ...event.steps.filter(isAside).map((one) => ({ key: one as string, label: <>{eventStep[one]}<Letter step={one} /></>, danger: isHard(one) })),
    ...(mayWhistle ? [{ key: 'whistle', label: '吹哨', danger: false }] : []),
  ]
  useKeys(Object.fromEntries(event.steps.flatMap((one) => stepKeys[one] ? [[stepKeys[one], () => begin(one)]] : [])))
  if (event.steps.length === 0 && !mayEdit && !mayWhistle) return null
  return (
    <section className={styles.bar} aria-label="可办理的步骤">
      {sorted.map((one) => <Button key={one} type={one === main ? 'primary' : 'default'} danger={isHard(one)} aria-keyshortcuts={stepKeys[one]} onClick={() => begin(one)}>{eventStep[one]}<Letter step={one} /></Button>)}
      {mayEdit && <Button icon={<EditOutlined aria-hidden />} onClick={() => void navigate(`/event/${event.id}/edit`)}>修改草稿</Button>}
      {more.length > 0 && (
        <Dropdown trigger={['click']} menu={{ items: more, onClick: ({ key }) => key === 'whistle' ? void navigate(`/whistle/new?event=${event.id}`) : begin(key as EventStep) }}>
          <Button>更多操作 <DownOutlined aria-hidden /></Button>
        </Dropdown>
      )}
    </section>
  )
}

/** Nobody is called to these. */
const restful: readonly EventView['status'][] = ['draft', 'selfHandled', 'merged', 'closed', 'cancelled']

/** The way on: what one most likely wants to do next. */
export const mainStep = ({ steps }: Pick<EventView, 'steps'>): EventStep | undefined => steps.find((one) => !isAside(one) && !isHard(one) && one !== 'askInfo')

/** The letter on the button; a screen reader hears it from the button itself. */
function Letter({ step }: { step: EventStep }) {
  const isOn = useStore(shortcuts)
  const letter = stepKeys[step]
  return isOn && letter ? <kbd aria-hidden className={styles.key}>{letter}</kbd> : null
}

/** The way on first, what others will feel last. */
const rank = (step: EventStep, main: EventStep | undefined) => step === main ? 0 : isHard(step) ? 2 : 1
