import { fieldType, recordKind } from '@linli/contract/words/index'
import type { FieldType, RecordKind } from '@linli/contract/words/index'
import { App, Form, Input, InputNumber, Select, Switch } from 'antd'
import { useTell } from '../../kernel/ask.ts'
import { FormDrawer } from '../../parts/form/form-drawer.tsx'
import { AreaSelect } from '../organisation/area-select.tsx'
import { officeOnly } from '../organisation/use-office.ts'
import { fieldKinds, fieldTypes, isAlwaysSealed, isChoice, mayHaveMost, optionsIn } from './field-view.ts'
import type { OwnField } from './field-view.ts'

interface FieldFormProps { field: OwnField | undefined, kind: RecordKind | undefined, /** Where it is for, unless another place is chosen. */ area: string | undefined, isOpen: boolean, close: () => void }
interface Written { area: string, kind: RecordKind, label: string, type: FieldType, options?: string, max?: number | null, isSensitive?: boolean, purpose: string, sort?: number | null }

/** A field of one's own: what it is called, what may be written, and what for. Type and sealing stay as they are. */
export function FieldForm({ field, kind, area, isOpen, close }: FieldFormProps) {
  const { message } = App.useApp()
  const add = useTell('field', 'add', ['field', 'person', 'household', 'housing', 'enterprise', 'thing'])
  const change = useTell('field', 'change', ['field', 'person', 'household', 'housing', 'enterprise', 'thing'])
  const send = async ({ options, max, isSensitive = false, sort, ...rest }: Written) => {
    const type = field?.type ?? rest.type
    const common = { label: rest.label, options: isChoice(type) ? optionsIn(options) : [], purpose: rest.purpose, sort: sort ?? 0 }
    if (field) await change.mutateAsync({ kind: field.kind, name: field.name, ...common })
    else await add.mutateAsync({ area: rest.area, kind: rest.kind, type, max: mayHaveMost(type) ? max ?? null : null, isSensitive, ...common })
    close()
    void message.success('已保存')
  }
  const initial = field ? { label: field.label, options: field.options.join('\n'), purpose: field.purpose, sort: field.sort } : { area, kind: kind ?? 'person', type: 'text' as const, sort: 0 }
  return (
    <FormDrawer<Written> name="own-field" title={field ? `修改“${field.label}”` : '新增自定义字段'} isOpen={isOpen} close={close} initial={initial} submitWords="保存" send={send} note={field ? undefined : '保存后出现在登记表、连续录入、导入导出和名单条件里。类型和是否敏感以后不能改。'}>
      {!field && (
        <>
          <Form.Item name="kind" label="用于" rules={[{ required: true, message: '请选择' }]}><Select options={fieldKinds.map((value) => ({ value, label: recordKind[value] }))} /></Form.Item>
          <Form.Item name="area" label="范围" extra="选街道则各社区都用，选社区则只有该社区用。" rules={officeOnly}><AreaSelect deepest="community" placeholder="街道或社区" /></Form.Item>
        </>
      )}
      <Form.Item name="label" label="名称" rules={[{ required: true, whitespace: true, message: '请填写名称' }]}><Input maxLength={30} placeholder="如 电动车数量" /></Form.Item>
      {!field && <Form.Item name="type" label="类型" rules={[{ required: true }]}><Select options={fieldTypes.map((value) => ({ value, label: fieldType[value] }))} /></Form.Item>}
      <ByType type={field?.type} />
      <Form.Item name="purpose" label="收集目的" extra="登记个人信息要有明确目的，会列入个人信息登记册。" rules={[{ required: true, whitespace: true, message: '请填写收集目的' }]}><Input.TextArea rows={2} maxLength={200} showCount /></Form.Item>
      <Form.Item name="sort" label="排序" extra="小的在前。"><InputNumber min={0} max={999} precision={0} style={{ width: '100%' }} /></Form.Item>
    </FormDrawer>
  )
}

/** What only some types ask for. */
function ByType({ type: known }: { type: FieldType | undefined }) {
  const chosen = Form.useWatch('type', Form.useFormInstance()) as FieldType | undefined
  const type = known ?? chosen
  return (
    <>
      {isChoice(type) && (
        <Form.Item name="options" label="选项" extra="一行一个。" rules={[{ required: true, message: '请填写选项' }, { validator: async (_, text?: string) => { if (text && optionsIn(text).length < 2) throw new Error('至少要有两个选项') } }]}><Input.TextArea autoSize={{ minRows: 3, maxRows: 10 }} /></Form.Item>
      )}
      {!known && mayHaveMost(type) && <Form.Item name="max" label={type === 'number' ? '最大值' : '最多字数'}><InputNumber min={1} max={1_000_000} precision={0} style={{ width: '100%' }} /></Form.Item>}
      {!known && (isAlwaysSealed(type)
        ? <p className="faint" style={{ marginBottom: 16 }}>这类号码一律加密保存、打码显示。</p>
        : <Form.Item name="isSensitive" label="敏感信息" valuePropName="checked" extra="加密保存、打码显示，查看要填用途。"><Switch /></Form.Item>)}
    </>
  )
}
