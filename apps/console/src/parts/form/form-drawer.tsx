import { Alert, App, Button, Drawer, Form, Space } from 'antd'
import type { FormInstance } from 'antd'
import { useRef } from 'react'
import type { ReactNode } from 'react'
import { useNarrow } from '../use-media.ts'
import { sendsOnCtrlEnter, toFirstField } from './keys.ts'
import { useSubmit } from './use-submit.ts'

interface FormDrawerProps<V> {
  /** Unique on the page: field ids are made from it, and labels need them. */
  name: string
  title: string
  isOpen: boolean
  close: () => void
  initial?: Partial<V>
  /** May throw a Refusal, which is then shown in the form. */
  send: (values: V) => Promise<unknown>
  submitWords?: string
  isDanger?: boolean
  /** Above the fields: what this will do. */
  note?: ReactNode
  isWarning?: boolean
  under?: string
  onRefusal?: (code: string) => boolean
  /** When it has gone and given the focus back. */
  closed?: () => void
  children: ReactNode | ((form: FormInstance<V>) => ReactNode)
}

/** A form that comes from the side, so that what it is about stays in sight. Asks before written words are thrown away. */
export function FormDrawer<V extends object>(props: FormDrawerProps<V>) {
  const isNarrow = useNarrow()
  const { modal } = App.useApp()
  const [form] = Form.useForm<V>()
  const leave = () => form.isFieldsTouched()
    ? modal.confirm({ title: '内容还没有提交', content: '关闭后，已填写的内容不会保留。', okText: '不保留，关闭', cancelText: '继续填写', onOk: props.close })
    : props.close()
  const box = useRef<HTMLDivElement>(null)
  return (
    <Drawer title={props.title} open={props.isOpen} onClose={leave} size={isNarrow ? '100%' : 440} destroyOnHidden styles={{ body: { paddingBottom: 8 } }} afterOpenChange={(isOpen) => isOpen ? toFirstField(box.current) : props.closed?.()}>
      {props.isOpen && <div ref={box}><Body {...props} form={form} leave={leave} /></div>}
    </Drawer>
  )
}

function Body<V extends object>({ name, initial, send, submitWords = '提交', isDanger, note, isWarning = isDanger, under, onRefusal, children, form, leave }: FormDrawerProps<V> & { form: FormInstance<V>, leave: () => void }) {
  const { submit, isBusy, complaint } = useSubmit(form, send, { under, onRefusal })
  return (
    <Form<V> form={form} name={name} layout="vertical" initialValues={initial} clearOnDestroy onFinish={() => void submit()} requiredMark={requiredMark} scrollToFirstError={{ focus: true }} onKeyDownCapture={sendsOnCtrlEnter(() => form.submit())}>
      {note && <Alert type={isWarning ? 'warning' : 'info'} showIcon title={note} style={{ marginBottom: 16 }} />}
      {typeof children === 'function' ? children(form) : children}
      {complaint && <Alert type="error" showIcon title={complaint} role="alert" style={{ marginBottom: 16 }} />}
      <Space style={{ marginBottom: 16 }}>
        <Button type="primary" danger={isDanger} htmlType="submit" loading={isBusy} title="Ctrl + Enter">{submitWords}</Button>
        <Button onClick={leave}>取消</Button>
      </Space>
    </Form>
  )
}

/** Says which fields may be left empty, in words: shorter than a star on nearly every one. */
export const requiredMark = (label: ReactNode, { required }: { required: boolean }) => required ? label : <>{label}<span className="faint">（选填）</span></>
