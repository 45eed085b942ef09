import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { entranceKind } from '@linli/contract/words/index'
import { AutoComplete, Button, Checkbox, DatePicker, Form, Input, Select } from 'antd'
import { useAsk } from '../../kernel/ask.ts'
import { MatterSelect } from '../matter/matter-select.tsx'
import { AreaChoice } from './area-choice.tsx'
import type { KnowledgeView } from './knowledge-words.ts'
import styles from './knowledge.module.css'

interface FieldsProps { entry: KnowledgeView | undefined, isReplacing: boolean, isNew: boolean }

export function KnowledgeFields({ entry, isReplacing, isNew }: FieldsProps) {
  const isNotForUs = Form.useWatch<boolean>('isNotForUs') ?? false
  return (
    <>
      {isReplacing && <Form.Item name="isNotForUs" valuePropName="checked"><Checkbox>本社区不适用：街道的这条答案不答复本社区居民</Checkbox></Form.Item>}
      <Form.Item name="question" label="标准问题" rules={[{ required: true, whitespace: true, message: '请填写标准问题' }]}><Input maxLength={120} placeholder="如：老年优待证怎么办理" /></Form.Item>
      {!isNotForUs && <Form.Item name="similar" label="相似问法" extra="居民的其他问法，每行一个：口语、方言、带错字的都可以。写得越多，越容易找到。"><Input.TextArea autoSize={{ minRows: 3, maxRows: 12 }} /></Form.Item>}
      <div className={styles.pair}>
        <Form.Item name="category" label="分类" required><CategoryField /></Form.Item>
        {isNew && <Form.Item name="area" label="适用范围" rules={[{ required: true, message: '请选择街道或社区' }]}><AreaChoice isOwn aria-label="适用范围" /></Form.Item>}
      </div>
      {!isNotForUs && <Answering />}
      <div className={styles.pair}>
        <Form.Item name="validFrom" label="有效期起" extra="不填就从发布那天起。"><DatePicker style={{ width: '100%' }} /></Form.Item>
        <Form.Item name="validTo" label="有效期止" extra="过了这天不再答复居民，提前 14 天提醒负责人；不填就长期有效。"><DatePicker style={{ width: '100%' }} /></Form.Item>
      </div>
      <div className={styles.pair}>
        <Form.Item name="sourceTitle" label="依据文件"><Input maxLength={200} placeholder="文件名称、文号" /></Form.Item>
        <Form.Item name="sourceDate" label="文件日期"><DatePicker style={{ width: '100%' }} /></Form.Item>
      </div>
      <div className={styles.pair}>
        <Form.Item name="matter" label="对应事项" extra="居民要上报时用的事项。"><MatterSelect allowClear /></Form.Item>
        <OwnerField area={entry?.area} />
      </div>
      <Form.Item name="isUnchecked" valuePropName="checked"><Checkbox>待核实：答复居民时注明还没有核实</Checkbox></Form.Item>
      {!isNew && <Form.Item name="note" label="改了什么"><Input maxLength={200} placeholder="给审核的人看" /></Form.Item>}
    </>
  )
}

const Answering = () => (
  <>
    <Form.Item name="answerShort" label="简短答复" required extra="居民先看到这一段。"><Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={300} showCount /></Form.Item>
    <Form.Item name="answerLong" label="详细答复"><Input.TextArea autoSize={{ minRows: 3, maxRows: 16 }} maxLength={5000} /></Form.Item>
    <div className={styles.pair}>
      <Form.Item name="steps" label="办理步骤" extra="每行一步。"><Input.TextArea autoSize={{ minRows: 3, maxRows: 12 }} /></Form.Item>
      <Form.Item name="materials" label="所需材料" extra="每行一份。"><Input.TextArea autoSize={{ minRows: 3, maxRows: 12 }} /></Form.Item>
    </div>
    <Form.Item label="办理入口" required={false}><Form.List name="entry">{(rows, { add, remove }) => (
      <>
        {rows.map(({ key, name }, at) => (
          <div key={key} className={styles.entrance}>
            <Form.Item name={[name, 'kind']} initialValue="window" noStyle><Select aria-label={`第 ${at + 1} 个入口的种类`} options={Object.entries(entranceKind).map(([value, label]) => ({ value, label }))} /></Form.Item>
            <Form.Item name={[name, 'text']} noStyle><Input aria-label={`第 ${at + 1} 个入口`} maxLength={200} placeholder="如：社区服务大厅 2 号窗口" /></Form.Item>
            <Button icon={<DeleteOutlined aria-hidden />} aria-label={`去掉第 ${at + 1} 个入口`} onClick={() => remove(name)} />
          </div>
        ))}
        {rows.length < 10 && <Button icon={<PlusOutlined aria-hidden />} onClick={() => add({ kind: 'window' })}>加一个入口</Button>}
      </>
    )}</Form.List></Form.Item>
    <div className={styles.pair}>
      <Form.Item name="phone" label="咨询电话"><Input maxLength={60} /></Form.Item>
      <Form.Item name="audience" label="适用对象"><Input maxLength={200} placeholder="如：本市户籍 80 周岁以上老人" /></Form.Item>
    </div>
  </>
)

/** What others are called already, or a new word. */
function CategoryField(props: { id?: string, value?: string, onChange?: (value: string) => void }) {
  const { data } = useAsk('knowledge', 'categories', {})
  return <AutoComplete {...props} maxLength={20} placeholder="选一个，或写新的" options={data?.rows.map(({ category }) => ({ value: category }))} showSearch={{ filterOption: (text, option) => String(option?.value).includes(text) }} />
}

/** Somebody, or whoever has a role there. */
function OwnerField({ area: of }: { area: string | undefined }) {
  const chosen = Form.useWatch<string>('area')
  const area = of ?? chosen
  const { data } = useAsk('knowledge', 'owners', { area: area ?? '/' }, { isWanted: area !== undefined })
  const options = [
    { label: '人员', options: (data?.people ?? []).map(({ id, name }) => ({ value: `person ${id}`, label: name })) },
    { label: '角色（谁在这个岗位谁负责）', options: (data?.roles ?? []).map(({ code, name }) => ({ value: `role ${code}`, label: name })) },
  ]
  return <Form.Item name="owner" label="负责人" extra="到期时提醒；不选就是写的人。"><Select allowClear={of === undefined} showSearch={{ optionFilterProp: 'label' }} placeholder="写的人" options={options} /></Form.Item>
}
