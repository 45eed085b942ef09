import { Form, Input, Radio } from 'antd'

const other = '其他'
/** What a record of the base is usually opened for. */
const usualPurposes = ['电话走访', '核对登记信息', '办理居民申请的事项', '关爱探访', '应急联络'] as const

/** What something sensitive is opened for (PIPL art. 51): one of the usual purposes, or in words. */
export interface Purposed { purpose: string, what?: string }
export const purposeOf = ({ purpose, what }: Purposed): string => purpose === other ? what!.trim() : purpose

export const PurposeItems = ({ usual = usualPurposes }: { usual?: readonly string[] }) => (
  <>
    <Form.Item name="purpose" label="用途" rules={[{ required: true, message: '请选择用途' }]}><Radio.Group style={{ display: 'grid', gap: 8 }} options={[...usual, other].map((value) => ({ value, label: value }))} /></Form.Item>
    <Form.Item noStyle dependencies={['purpose']}>{({ getFieldValue }) => getFieldValue('purpose') === other && <Form.Item name="what" label="什么用途" rules={[{ required: true, whitespace: true, message: '请填写用途' }]}><Input maxLength={100} autoFocus /></Form.Item>}</Form.Item>
  </>
)
