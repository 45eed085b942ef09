import { Refusal } from '@linli/client'
import type { Asked } from '@linli/contract'
import type { Values } from '@linli/contract/words/index'
import { Alert, Button, Form } from 'antd'
import type { FormInstance } from 'antd'
import { useRef, useState } from 'react'
import type { ReactNode } from 'react'
import { sendsOnCtrlEnter } from '../../parts/form/keys.ts'
import { useLeave } from '../../parts/form/use-leave.ts'
import { useSubmit } from '../../parts/form/use-submit.ts'
import { useToday } from '../../parts/use-today.ts'
import { writtenOf } from '../record/field.ts'
import type { FieldView } from '../record/field.ts'
import { FormParts } from '../record/form-parts.tsx'
import { AlreadyThere } from './already-there.tsx'
import { Hindrance, hindrances } from './hindrance.tsx'
import { toldBy } from './identity.ts'
import { LikelyTwins } from './likely-twins.tsx'
import type { Apart } from './likely-twins.tsx'
import styles from './person.module.css'

type Written = Record<string, unknown>

interface PersonFormProps {
  form: FormInstance<Written>
  fields: FieldView[]
  /** What stands in the record, sensitive values masked; nothing for somebody new. */
  before: Values
  initial: Written
  self?: string
  /** Of somebody new: where they are to live, and whom they were said not to be. */
  fresh?: { at: Asked<'person', 'alike'>['at'] | undefined, apart: Apart }
  /** Above the parts: where somebody new lives. */
  children?: ReactNode
  /** What can be done where somebody is kept elsewhere, or where somebody else has changed the record since. */
  ask?: () => void
  reload?: () => void
  send: (values: Values, form: Written) => Promise<unknown>
  /** The ways to send it, the usual one first; `choose` is heard before it is sent. */
  ways: { words: string, choose?: () => void }[]
  leave?: () => void
}

const always = ['identity', 'contact']

/** The form of one person, drawn from the dictionary of fields. */
export function PersonForm({ form, fields, before, initial, self, fresh, children, ask, reload, send, ways, leave }: PersonFormProps) {
  const [open, setOpen] = useState<readonly string[]>([...always, ...fields.filter(({ name }) => (initial[name] ?? null) !== null).map(({ part }) => part)])
  const [way, setWay] = useState(0)
  const [refusal, setRefusal] = useState<Refusal>()
  const isSent = useRef(false)
  useLeave(() => form.isFieldsTouched() && !isSent.current)
  const unfold = (names: readonly (string | undefined)[]) => setOpen((now) => [...new Set([...now, ...fields.filter(({ name }) => names.includes(name)).map(({ part }) => part)])])
  const { submit, isBusy, complaint } = useSubmit(form, async (written) => {
    isSent.current = true
    await send(writtenOf(fields, written, before), written).catch((fault: unknown) => {
      isSent.current = false
      if (fault instanceof Refusal) {
        unfold((fault.problem.fields ?? []).map(({ path }) => path.split('.')[1]))
        setRefusal(hindrances.includes(fault.code) ? fault : undefined)
      }
      throw fault
    })
    isSent.current = false
  }, { under: 'values', onRefusal: (code) => hindrances.includes(code) })
  const told = useTold(form)
  return (
    <Form form={form} name="person" layout="vertical" requiredMark={requiredMark} initialValues={initial} className={styles.form} scrollToFirstError={{ focus: true }} onKeyDownCapture={sendsOnCtrlEnter(() => form.submit())}
      onValuesChange={(change) => { told.fill(change as Written); setRefusal(undefined) }} onFinish={() => void submit()} onFinishFailed={({ errorFields }) => unfold(errorFields.map(({ name }) => String(name[0])))}>
      {children}
      <div className="panel">
        <FormParts kind="person" fields={fields} before={before} open={open} onOpen={(part, isOpen) => setOpen((now) => isOpen ? [...new Set([...now, part])] : now.filter((name) => name !== part))}
          notes={{ certificateNumber: told.words && <span className={styles.told}>{told.words}</span> }} />
      </div>
      <div className={styles.send}>
        {complaint && <Alert type="error" showIcon title={complaint} role="alert" style={{ width: '100%' }} />}
        {refusal ? <Hindrance fault={refusal} ask={ask} reload={reload} /> : <Watched form={form} self={self} fresh={fresh} ask={ask} />}
        {ways.map(({ words, choose }, at) => <Button key={words} type={at === 0 ? 'primary' : 'default'} htmlType="submit" loading={isBusy && way === at} onClick={() => { setWay(at); choose?.() }} title={at === 0 ? 'Ctrl + Enter' : undefined}>{words}</Button>)}
        {leave && <Button onClick={leave}>取消</Button>}
      </div>
    </Form>
  )
}

const requiredMark = (label: ReactNode, { required }: { required: boolean }) => required ? <>{label}<span className="faint">（必填）</span></> : label

/** A citizen's number fills in sex and date of birth as soon as it is whole. */
function useTold(form: FormInstance<Written>) {
  const today = useToday()
  const number = Form.useWatch('certificateNumber', form) as unknown
  const certificate = Form.useWatch('certificate', form) as unknown
  const fill = (change: Written) => {
    if (!('certificateNumber' in change) && !('certificate' in change)) return
    const told = toldBy(form.getFieldValue('certificateNumber'), form.getFieldValue('certificate'), today)
    if (told) form.setFieldsValue({ sex: told.sex, birth: told.birth })
  }
  return { words: toldBy(number, certificate, today)?.words, fill }
}

function Watched({ form, self, fresh, ask }: { form: FormInstance<Written> } & Pick<PersonFormProps, 'self' | 'fresh' | 'ask'>) {
  const written = (Form.useWatch([], form) as Written | undefined) ?? {}
  return fresh ? <LikelyTwins written={written} at={fresh.at} apart={fresh.apart} ask={ask} /> : <AlreadyThere self={self} written={{ certificateNumber: written.certificateNumber, phone: written.phone }} />
}
