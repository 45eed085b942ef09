import { Refusal } from '@linli/client'
import type { Values } from '@linli/contract/words/index'
import { Alert, Button, Form } from 'antd'
import type { FormInstance } from 'antd'
import { useRef, useState } from 'react'
import type { ReactNode } from 'react'
import { sendsOnCtrlEnter } from '../../parts/form/keys.ts'
import { useLeave } from '../../parts/form/use-leave.ts'
import { useSubmit } from '../../parts/form/use-submit.ts'
import person from '../person/person.module.css'
import { writtenOf } from './field.ts'
import type { FieldView, ShownKind } from './field.ts'
import { FormParts } from './form-parts.tsx'

type Written = Record<string, unknown>

interface RecordFormProps {
  kind: ShownKind
  form: FormInstance<Written>
  fields: FieldView[]
  /** What stands in the record, sensitive values masked; nothing for a new one. */
  before: Values
  initial: Written
  /** Parts that stand open from the start. */
  always: readonly string[]
  notes?: Readonly<Record<string, ReactNode>>
  /** Above the parts: where it is. */
  children?: ReactNode
  /** Refusals with something to do about them, shown instead of the plain sentence. */
  hindrance?: (fault: Refusal) => ReactNode
  send: (values: Values, form: Written) => Promise<unknown>
  words: string
  leave: () => void
}

/** The form of one record on a page of its own, drawn from the dictionary of fields. */
export function RecordForm({ kind, form, fields, before, initial, always, notes, children, hindrance, send, words, leave }: RecordFormProps) {
  const [open, setOpen] = useState<readonly string[]>([...always, ...fields.filter(({ name }) => (initial[name] ?? null) !== null).map(({ part }) => part)])
  const [refusal, setRefusal] = useState<ReactNode>()
  const isSent = useRef(false)
  useLeave(() => form.isFieldsTouched() && !isSent.current)
  const unfold = (names: readonly (string | undefined)[]) => setOpen((now) => [...new Set([...now, ...fields.filter(({ name }) => names.includes(name)).map(({ part }) => part)])])
  const { submit, isBusy, complaint, quiet } = useSubmit(form, async (written) => {
    isSent.current = true
    await send(writtenOf(fields, written, before), written).catch((fault: unknown) => {
      isSent.current = false
      if (fault instanceof Refusal) {
        unfold((fault.problem.fields ?? []).map(({ path }) => path.split('.')[1]))
        setRefusal(hindrance?.(fault))
      }
      throw fault
    })
    isSent.current = false
  }, { under: 'values' })
  return (
    <Form form={form} name={kind} layout="vertical" requiredMark={requiredMark} initialValues={initial} className={person.form} scrollToFirstError={{ focus: true }} onKeyDownCapture={sendsOnCtrlEnter(() => form.submit())}
      onValuesChange={() => { setRefusal(undefined); quiet() }} onFinish={() => void submit()} onFinishFailed={({ errorFields }) => unfold(errorFields.map(({ name }) => String(name[0])))}>
      {children}
      <div className="panel"><FormParts kind={kind} fields={fields} before={before} open={open} onOpen={(part, isOpen) => setOpen((now) => isOpen ? [...new Set([...now, part])] : now.filter((name) => name !== part))} notes={notes} /></div>
      <div className={person.send}>
        {refusal ?? (complaint && <Alert type="error" showIcon title={complaint} role="alert" style={{ width: '100%' }} />)}
        <Button type="primary" htmlType="submit" loading={isBusy} title="Ctrl + Enter">{words}</Button>
        <Button onClick={leave}>取消</Button>
      </div>
    </Form>
  )
}

const requiredMark = (label: ReactNode, { required }: { required: boolean }) => required ? <>{label}<span className="faint">（必填）</span></> : label
