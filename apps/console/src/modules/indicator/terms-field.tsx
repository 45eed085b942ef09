import { MinusCircleOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Form, Select } from 'antd'
import { longFresh, useAsk } from '../../kernel/ask.ts'
import styles from './indicator.module.css'

interface TermsFieldProps { name: 'above' | 'below', label: string, isRequired?: boolean }

/** Base measures and values of dimensions, each added or taken away. */
export function TermsField({ name, label, isRequired = false }: TermsFieldProps) {
  const options = useOptions()
  return (
    <Form.List name={name} rules={[{ validator: async (_, terms: unknown[] | undefined) => { if (isRequired && !terms?.length) throw new Error('请选择至少一项') } }]}>
      {(fields, { add, remove }, { errors }) => (
        <Form.Item label={label} required={isRequired}>
          {fields.map((field) => (
            <div key={field.key} className={styles.term}>
              <Form.Item name={[field.name, 'sign']} noStyle><Select aria-label={`${label}第 ${field.name + 1} 项加还是减`} options={[{ value: '+', label: '加' }, { value: '-', label: '减' }]} /></Form.Item>
              <Form.Item name={[field.name, 'term']} noStyle rules={[{ required: true, message: '请选择' }]}>
                <Select aria-label={`${label}第 ${field.name + 1} 项`} showSearch={{ optionFilterProp: 'label' }} placeholder="选择基础指标，可输入查找" options={options} popupMatchSelectWidth={360} />
              </Form.Item>
              <Button type="text" aria-label={`去掉${label}第 ${field.name + 1} 项`} icon={<MinusCircleOutlined aria-hidden />} onClick={() => remove(field.name)} />
            </div>
          ))}
          <Button size="small" icon={<PlusOutlined aria-hidden />} onClick={() => add({ sign: '+' })}>加一项</Button>
          <Form.ErrorList errors={errors} />
        </Form.Item>
      )}
    </Form.List>
  )
}

function useOptions() {
  const { data } = useAsk('indicator', 'catalogue', {}, { freshMs: longFresh })
  return (data?.sources ?? []).flatMap(({ source, label, isFlow, measures, dimensions }) => [
    { label: `${label}${isFlow ? '（按发生的日子）' : '（现在）'}`, options: measures.map((one) => ({ value: `${source}/${one.key}`, label: one.label, title: one.words })) },
    ...dimensions.filter(({ values }) => values.length > 0).map((dimension) => ({ label: `${label}：按${dimension.label}`, options: dimension.values.map((one) => ({ value: `${source}/${one.key}`, label: `${dimension.label}：${one.label}`, title: dimension.words })) })),
  ])
}
