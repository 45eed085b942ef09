import { Form, Input, Radio } from 'antd'
import type { FormInstance } from 'antd'

const other = '其他'
const purposes = ['电话走访', '核对登记信息', '办理居民申请的事项', '关爱探访', '应急联络', other]

export interface Told { purpose: string, what?: string }
export const purposeOf = ({ purpose, what }: Told): string => what?.trim() ?? purpose

/** What something sensitive is looked at for (PIPL art. 51). */
export const PurposeField = ({ form }: { form: FormInstance<Told> }) => (
  <>
    <Form.Item name="purpose" label="用途" rules={[{ required: true, message: '请选择用途' }]}><Radio.Group style={{ display: 'grid', gap: 8 }} options={purposes.map((value) => ({ value, label: value }))} /></Form.Item>
    <Form.Item noStyle dependencies={['purpose']}>{() => form.getFieldValue('purpose') === other && <Form.Item name="what" label="什么用途" rules={[{ required: true, whitespace: true, message: '请填写用途' }]}><Input maxLength={100} autoFocus /></Form.Item>}</Form.Item>
  </>
)
