import { App, Form, Input, Select } from 'antd'
import { useTell } from '../../kernel/ask.ts'
import { FormDrawer } from '../../parts/form/form-drawer.tsx'
import type { Matter } from './matter-select.tsx'

interface NewMatterValues { code: string, name: string, words?: string[] }

/** A matter of the office's own under a class of the catalogue. */
export function NewMatter({ parent, close }: { parent: Matter | undefined, close: () => void }) {
  const create = useTell('matter', 'create')
  const { message } = App.useApp()
  return (
    <FormDrawer<NewMatterValues> name="new-matter" title={`在“${parent?.name ?? ''}”下新增事项`} isOpen={parent !== undefined} close={close} submitWords="新增"
      send={async ({ code, name, words = [] }) => {
        await create.mutateAsync({ parent: parent!.code, code, name, words })
        close()
        void message.success('已新增，请设置时限与办理单位')
      }}>
      <Form.Item name="code" label="编码" extra="2–10 位大写字母或数字，保存后不能改。" normalize={(text: string) => text.toUpperCase()} rules={[{ required: true, pattern: /^[A-Z0-9]{2,10}$/, message: '编码为 2–10 位大写字母或数字' }]}><Input maxLength={10} /></Form.Item>
      <Form.Item name="name" label="名称" rules={[{ required: true, whitespace: true, message: '请填写名称' }]}><Input maxLength={40} /></Form.Item>
      <Form.Item name="words" label="常用说法" extra="居民会怎么说这件事；用来从描述中推荐事项。按回车加一个。"><Select mode="tags" maxCount={30} open={false} suffixIcon={null} tokenSeparators={['，', ',', '、']} /></Form.Item>
    </FormDrawer>
  )
}
