import type { Refusal } from '@linli/client'
import type { Values } from '@linli/contract/words/index'
import { Alert, Button, Form } from 'antd'
import type { FormInstance } from 'antd'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { useAsk } from '../../kernel/ask.ts'
import { usePause } from '../../parts/use-pause.ts'
import person from '../person/person.module.css'
import { openValues } from '../record/field.ts'
import type { FieldView } from '../record/field.ts'
import { RecordForm } from '../record/record-form.tsx'
import { toldByCode } from './enterprise.ts'

type Written = Record<string, unknown>

interface EnterpriseFormProps {
  form: FormInstance<Written>
  fields: FieldView[]
  before: Values
  self?: string
  children?: ReactNode
  reload?: () => void
  send: (values: Values, form: Written) => Promise<unknown>
  words: string
  leave: () => void
}

/** The form of one enterprise. Its credit code is checked where it is written, and fills in nothing unseen. */
export function EnterpriseForm({ fields, before, self, reload, ...rest }: EnterpriseFormProps) {
  const code = Form.useWatch('creditCode', rest.form) as unknown
  const sort = Form.useWatch('sort', rest.form) as unknown
  const told = toldByCode(code)
  return (
    <RecordForm kind="enterprise" fields={fields} before={before} initial={openValues(fields, before)} always={['registration', 'people']} hindrance={(fault) => hindranceOf(fault, reload)}
      notes={{ creditCode: told !== undefined && <Told code={String(code)} words={told} hasSort={(sort ?? null) !== null} self={self} /> }} {...rest} />
  )
}

/** What the code tells, and who has it already. */
function Told({ code, words, hasSort, self }: { code: string, words: string, hasSort: boolean, self?: string }) {
  const asked = usePause(code.trim(), 300)
  const there = useAsk('find', 'all', { text: asked, limit: 3 }, { isWanted: asked.length >= 2, isLogged: true, freshMs: 60_000 }).data?.enterprises.find(({ id }) => id !== self)
  if (there) return <span role="status">已登记过：<Link to={`/enterprise/${there.id}`} style={{ textDecoration: 'underline' }}>{there.name}</Link>，{there.address ?? there.areaName}</span>
  return <span role="status" className={person.told}>{words}{!hasSort && words.includes('登记为') && '；主体类型不选的，保存时按此填写'}</span>
}

function hindranceOf(fault: Refusal, reload?: () => void): ReactNode {
  const other = fault.problem.details?.enterprise
  if (fault.code === 'base.enterprise-exists') return <Alert type="error" showIcon role="alert" className={person.there} title={fault.message} action={typeof other === 'string' && <Link to={`/enterprise/${other}`}>打开档案</Link>} />
  if (fault.code === 'base.changed' && reload) return <Alert type="warning" showIcon role="alert" className={person.there} title={fault.message} action={<Button size="small" onClick={reload}>放弃本次填写，看最新内容</Button>} />
  return undefined
}
