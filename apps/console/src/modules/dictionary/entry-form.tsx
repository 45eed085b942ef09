import { App, Form, Input, Select } from 'antd'
import { useTell } from '../../kernel/ask.ts'
import { FormDrawer } from '../../parts/form/form-drawer.tsx'
import type { CodeTable, Entry } from './entry.ts'

interface EntryValues { code: string, label: string, parent?: string }
interface EntryFormProps { table: CodeTable, entries: Entry[], entry: Entry | undefined, isOpen: boolean, close: () => void }

/** A new code of the office's own, or another name for one. */
export function EntryForm({ table, entries, entry, isOpen, close }: EntryFormProps) {
  const add = useTell('dictionary', 'addEntry')
  const change = useTell('dictionary', 'changeEntry')
  const { message } = App.useApp()
  return (
    <FormDrawer<EntryValues> name="entry" title={entry ? `修改“${entry.label}”` : `在“${table.title}”中新增`} isOpen={isOpen} close={close} submitWords="保存" initial={entry && { label: entry.label }}
      send={async ({ code, label, parent }) => {
        await (entry ? change.mutateAsync({ table: table.name, code: entry.code, label }) : add.mutateAsync({ table: table.name, code, label, parent: parent ?? null }))
        close()
        void message.success('已保存')
      }}>
      {!entry && (
        <>
          <Form.Item name="code" label="代码" extra="保存后不能改。" rules={[{ required: true, pattern: /^[0-9A-Za-z_-]{1,20}$/, message: '代码为 1–20 位字母或数字' }]}><Input maxLength={20} /></Form.Item>
          <Form.Item name="parent" label="上级代码"><Select allowClear showSearch={{ optionFilterProp: 'label' }} options={entries.map((row) => ({ value: row.code, label: `${row.code} ${row.label}` }))} /></Form.Item>
        </>
      )}
      <Form.Item name="label" label="名称" rules={[{ required: true, whitespace: true, message: '请填写名称' }]}><Input maxLength={40} /></Form.Item>
    </FormDrawer>
  )
}
