import { limitUnit } from '@linli/contract/words/index'
import { Form, InputNumber, Select, Space } from 'antd'

/** Amount and unit of a limit, as two fields under one name. */
export const LimitField = ({ name, label }: { name: string, label: string }) => (
  <Form.Item label={label} required style={{ marginBottom: 0 }} htmlFor={undefined}>
    <Space size={8} align="start">
      <Form.Item name={[name, 'amount']} rules={[{ required: true, message: '请填写时长' }]}><InputNumber aria-label={`${label}：数量`} min={1} max={1000} precision={0} /></Form.Item>
      <Form.Item name={[name, 'unit']} rules={[{ required: true, message: '请选择单位' }]}><Select aria-label={`${label}：单位`} style={{ width: 120 }} options={Object.entries(limitUnit).map(([value, text]) => ({ value, label: text }))} /></Form.Item>
    </Space>
  </Form.Item>
)
