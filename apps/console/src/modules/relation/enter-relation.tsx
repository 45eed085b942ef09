import type { Asked } from '@linli/contract'
import { App, Form, Radio, Select } from 'antd'
import { useState } from 'react'
import { useTell } from '../../kernel/ask.ts'
import { FormDrawer } from '../../parts/form/form-drawer.tsx'
import { RecordSelect } from '../find/record-select.tsx'
import { isBuilding } from '../housing/chart.ts'
import { WhereField } from '../housing/where-field.tsx'
import type { Where } from '../housing/where-field.tsx'
import { AreaSelect } from '../organisation/area-select.tsx'
import { DayInput } from '../record/field-input.tsx'
import { useCodes } from '../record/use-codes.ts'
import { waysOf } from './relation-view.ts'
import type { Related, Way } from './relation-view.ts'

interface EnterRelationProps { of: Related, id: string, name: string, isOpen: boolean, close: () => void }
interface Written { way: number, other?: string, at?: Where, role?: string, since?: string | null }

/** A relation from the page of one of its ends. */
export function EnterRelation({ of, id, name, isOpen, close }: EnterRelationProps) {
  const ways = waysOf(of)
  const [way, setWay] = useState(ways[0]!)
  const { message } = App.useApp()
  const { mutateAsync } = useTell('relation', 'enter')
  const send = async ({ other, at, role, since }: Written) => {
    await mutateAsync({ kind: way.kind, [of]: id, [way.other]: way.other === 'housing' ? at?.housing : other, role: role ?? null, since: since ?? null } as Asked<'relation', 'enter'>)
    void message.success('已登记')
    close()
  }
  return (
    <FormDrawer<Written> name="relation" title={`登记${name}的关系`} isOpen={isOpen} close={close} initial={{ way: ways.indexOf(way) }} submitWords="登记" send={send}>
      {(form) => (
        <>
          {ways.length > 1 && (
            <Form.Item name="way" label="关系" rules={[{ required: true }]}>
              <Radio.Group style={{ display: 'grid', gap: 8 }} options={ways.map(({ words }, at) => ({ value: at, label: words }))} onChange={({ target }) => { setWay(ways[target.value as number]!); form.setFieldsValue({ other: undefined, at: undefined, role: undefined }) }} />
            </Form.Item>
          )}
          <Other way={way} self={id} />
          {way.kind === 'family' && <Kinship name={name} />}
          <Form.Item name="since" label="从哪天起"><DayInput /></Form.Item>
        </>
      )}
    </FormDrawer>
  )
}

function Other({ way, self }: { way: Way, self: string }) {
  const required = (message: string) => [{ required: true, message }]
  if (way.other === 'housing') return <Form.Item key="at" name="at" label={way.words} rules={[{ validator: async (_, at?: Where) => { if (!at?.housing) throw new Error('请选到房屋') } }]} required><WhereField /></Form.Item>
  if (way.other === 'building') return <Form.Item key="building" name="other" label={way.words} rules={[{ validator: async (_, path?: string) => { if (!path || !isBuilding(path)) throw new Error('请选到楼幢') } }]} required><AreaSelect placeholder="查小区名、楼幢" /></Form.Item>
  const kind = way.other === 'enterprise' ? 'enterprise' : 'person'
  return <Form.Item key={kind} name="other" label={way.words.replace(/（.*）/, '')} rules={required(kind === 'person' ? '请选择一个人' : '请选择单位')}><RecordSelect kind={kind} without={self} /></Form.Item>
}

/** GB/T 4761: what the other is to the one whose page this is. */
function Kinship({ name }: { name: string }) {
  const codes = useCodes('kinship') ?? []
  return <Form.Item name="role" label={`是${name}的什么人`} rules={[{ required: true, message: '请选择亲属关系' }]}><Select showSearch={{ optionFilterProp: 'label' }} placeholder="如 配偶、子、母亲" options={codes.map(({ code, label }) => ({ value: code, label }))} /></Form.Item>
}
