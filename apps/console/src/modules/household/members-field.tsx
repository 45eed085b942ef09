import { Checkbox, Form, Radio } from 'antd'
import { Waiting } from '../../parts/states.tsx'
import type { Lodger } from './use-lodgers.ts'

export interface Chosen { members?: string[], head?: string | null }

interface MembersFieldProps { lodgers: readonly Lodger[], isPending: boolean, label: string, empty: string, /** What is wrong with so many, in words. */ faultOf?: (members: readonly string[]) => string | undefined }

/** Who is in it, and which of them answers for it. */
export function MembersField({ lodgers, isPending, label, empty, faultOf }: MembersFieldProps) {
  const chosen = (Form.useWatch('members', Form.useFormInstance()) ?? []) as string[]
  const heads = lodgers.filter(({ residency }) => chosen.includes(residency))
  // They come one by one: shown before all are there, they would change places under the hand.
  if (isPending) return <Waiting />
  return (
    <>
      <Form.Item name="members" label={label} rules={[{ required: true, message: '请至少选一人' }, { validator: async (_, members: string[] = []) => { const fault = faultOf?.(members); if (fault) throw new Error(fault) } }]} extra={lodgers.length === 0 ? empty : undefined}>
        <People lodgers={lodgers} />
      </Form.Item>
      {heads.length > 0 && (
        <Form.Item name="head" label="户主"><Radio.Group style={{ display: 'grid', gap: 8 }} options={[...heads.map(({ person, name }) => ({ value: person, label: name })), { value: '', label: '暂不确定' }]} /></Form.Item>
      )}
    </>
  )
}

interface PeopleProps { id?: string, value?: string[], onChange?: (value: string[]) => void, lodgers: readonly Lodger[] }

/** Only what a group may be told is handed on: the form says of every control that it is required, which a group is not allowed to say. */
const People = ({ id, value, onChange, lodgers }: PeopleProps) => <div id={id}><Checkbox.Group style={{ display: 'grid', gap: 8 }} value={value} onChange={(next) => onChange?.(next)} options={lodgers.map(({ residency, name }) => ({ value: residency, label: name }))} /></div>

/** The head as the server takes it: one of those who were chosen, or nobody. */
export const headOf = ({ members = [], head }: Chosen, lodgers: readonly Lodger[]): string | null => lodgers.find(({ residency, person }) => person === head && members.includes(residency))?.person ?? null
