import type { Asked } from '@linli/contract'
import { eventStep } from '@linli/contract/words/index'
import { Alert, Button, Drawer, Form, Select, Space } from 'antd'
import { useState } from 'react'
import { useAsk } from '../../../kernel/ask.ts'
import { freshKey } from '../../../kernel/call.ts'
import { useStore } from '../../../kernel/store.ts'
import { requiredMark } from '../../../parts/form/form-drawer.tsx'
import { sendsOnCtrlEnter } from '../../../parts/form/keys.ts'
import { Answer } from '../../../parts/states.tsx'
import { useNarrow } from '../../../parts/use-media.ts'
import { isHard } from '../../event/step/step-form.tsx'
import { bulkFields, bulkInitial } from './bulk-fields.tsx'
import { BulkPreview } from './bulk-preview.tsx'
import { BulkProgress } from './bulk-progress.tsx'
import { begin, run } from './bulk-run.ts'
import { bulkSteps, inverseOf, leftOut, takeFor, undoWords } from './bulk-step.ts'
import type { BulkStep, BulkValues, Foreseen } from './bulk-step.ts'

export type Chosen = Pick<Asked<'desk', 'foresee'>, 'ids' | 'filters'>

interface BulkDrawerProps { chosen: Chosen, words: string, isOpen: boolean, close: () => void, done: () => void }

/** One step for many: chosen, filled in, foreseen, taken with each by itself, told of each. */
export function BulkDrawer({ chosen, words, isOpen, close, done }: BulkDrawerProps) {
  const isNarrow = useNarrow()
  const now = useStore(run)
  return (
    <Drawer title={now ? now.title : `批量办理 · ${words}`} open={isOpen} onClose={close} size={isNarrow ? '100%' : 520} destroyOnHidden>
      {isOpen && (now ? <BulkProgress run={now} close={() => { if (now.isOver) { run.set(undefined); done() } close() }} /> : <Choose chosen={chosen} />)}
    </Drawer>
  )
}

const options = bulkSteps.map((value) => ({ value, label: eventStep[value] }))

function Choose({ chosen }: { chosen: Chosen }) {
  const [step, setStep] = useState<BulkStep>()
  return (
    <>
      <label style={{ display: 'grid', gap: 4, marginBottom: 16 }}>步骤
        <Select aria-label="步骤" autoFocus showSearch={{ optionFilterProp: 'label' }} placeholder="请选择要一起办的步骤" options={options} value={step} onChange={setStep} />
      </label>
      {step && <OneStep key={step} step={step} chosen={chosen} />}
    </>
  )
}

function OneStep({ step, chosen }: { step: BulkStep, chosen: Chosen }) {
  const [form] = Form.useForm<BulkValues>()
  const values = Form.useWatch((all: BulkValues) => all, form) ?? bulkInitial[step] ?? {}
  const query = useAsk('desk', 'foresee', { step, ...chosen }, { topic: 'event' })
  const rows = query.data?.rows ?? []
  const able = rows.filter((row) => row.hindrance === null && leftOut(step, values, row) === undefined)
  const send = (filled: BulkValues) => {
    const before = new Map(able.map((row) => [row.id, row]))
    void begin({
      title: `批量${eventStep[step]}`,
      items: able.map((row) => ({ id: row.id, title: row.title, asOf: row.changedAt, take: takeFor(step, filled, row), key: freshKey() })),
      undo: able.some((row) => inverseOf(step, row)) ? ({ id }) => inverseOf(step, before.get(id)!) : undefined,
    })
  }
  return (
    <Form<BulkValues> form={form} name="bulk" layout="vertical" requiredMark={requiredMark} initialValues={bulkInitial[step]} onFinish={send} scrollToFirstError={{ focus: true }} onKeyDownCapture={sendsOnCtrlEnter(() => form.submit())}>
      {bulkFields[step]()}
      <Answer query={query} isSmall>{({ isMore }) => <BulkPreview step={step} rows={rows} why={(row: Foreseen) => leftOut(step, values, row)} isMore={isMore} />}</Answer>
      <Alert type={isHard(step) ? 'warning' : 'info'} showIcon title={undoWords(step)} style={{ margin: '12px 0 16px' }} />
      <Space><Button type="primary" danger={isHard(step)} htmlType="submit" title="Ctrl + Enter" disabled={able.length === 0 || isUnset(step, values)}>{eventStep[step]} {able.length} 件</Button></Space>
    </Form>
  )
}

/** Marks that are all left as they are would be an entry about nothing. */
const isUnset = (step: BulkStep, { isUrgent, isPinned, isLegacy }: BulkValues) => step === 'mark' && [isUrgent, isPinned, isLegacy].every((mark) => mark === undefined || mark === 'keep')
