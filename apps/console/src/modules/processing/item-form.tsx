import { legalGround } from '@linli/contract/words/index'
import type { LegalGround } from '@linli/contract/words/index'
import { App, Checkbox, Form, Input, InputNumber, Select } from 'antd'
import { useTell } from '../../kernel/ask.ts'
import { FormDrawer } from '../../parts/form/form-drawer.tsx'
import type { Item } from './processing-words.ts'

interface Values { purpose: string, ground: LegalGround, basis: string, isArchive: boolean, keepMonths?: number, keepWhy: string, isSensitive: boolean, viewers: string, sharedWith: string, reason: string }

const needed = [{ required: true, whitespace: true, message: '请填写' }]
const Words = ({ name, label, max = 200 }: { name: keyof Values, label: string, max?: number }) => <Form.Item name={name} label={label} rules={needed}><Input.TextArea autoSize={{ minRows: 1, maxRows: 5 }} maxLength={max} /></Form.Item>

/** A new version of one item, with its reason. */
export function ItemForm({ item, isOpen, close }: { item: Item | undefined, isOpen: boolean, close: () => void }) {
  const change = useTell('processing', 'change')
  const { message } = App.useApp()
  return (
    <FormDrawer<Values> name="item" title={`修改“${item?.label ?? ''}”`} isOpen={isOpen} close={close} submitWords="保存新版本"
      note="保存后立即生效，原来的版本保留备查。缩短保存期限后，夜间清理会按新的期限执行。"
      initial={item && { purpose: item.purpose, ground: item.ground, basis: item.basis, isArchive: item.keepMonths === null, keepMonths: item.keepMonths ?? undefined, keepWhy: item.keepWhy, isSensitive: item.isSensitive, viewers: item.viewers, sharedWith: item.sharedWith }}
      send={async ({ isArchive, keepMonths, ...said }) => {
        await change.mutateAsync({ ...said, item: item!.item, version: item!.version, keepMonths: isArchive ? null : keepMonths ?? null })
        close()
        void message.success('已保存')
      }}>
      <Words name="purpose" label="处理目的" />
      <Form.Item name="ground" label="合法性基础" extra="个人信息保护法第十三条" rules={[{ required: true }]}><Select options={Object.entries(legalGround).map(([value, label]) => ({ value, label }))} /></Form.Item>
      <Words name="basis" label="依据" max={300} />
      <Form.Item name="isArchive" valuePropName="checked" rules={[{ required: true }]}><Checkbox>作为档案，按档案保管期限表保存</Checkbox></Form.Item>
      <Form.Item noStyle shouldUpdate={(before: Values, after: Values) => before.isArchive !== after.isArchive}>
        {({ getFieldValue }) => getFieldValue('isArchive') !== true && (
          <Form.Item name="keepMonths" label="保存期限" extra={`自${item?.keepFrom ?? ''}起`} rules={[{ required: true, message: '请填写月数' }]}><InputNumber min={1} max={1200} precision={0} suffix="个月" style={{ width: 160 }} /></Form.Item>
        )}
      </Form.Item>
      <Words name="keepWhy" label="期限理由" />
      <Form.Item name="isSensitive" valuePropName="checked" rules={[{ required: true }]}><Checkbox>敏感个人信息</Checkbox></Form.Item>
      <Words name="viewers" label="谁能看到" />
      <Words name="sharedWith" label="提供给谁" />
      <Words name="reason" label="修改原因" />
    </FormDrawer>
  )
}
