import { App, Button, Form, Select } from 'antd'
import { TagsOutlined } from '@ant-design/icons'
import { useState } from 'react'
import { longFresh, useAsk, useTell } from '../../kernel/ask.ts'
import { FormDrawer } from '../../parts/form/form-drawer.tsx'
import type { ShownKind } from '../record/field.ts'

interface PutTagsProps { kind: ShownKind, id: string, area: string, name: string, tags: readonly string[] }

/** All tags of a record, as a whole: those that may be used where it is, and those it has. */
export function PutTags({ kind, id, area, name, tags }: PutTagsProps) {
  const [isOpen, setOpen] = useState(false)
  const { message } = App.useApp()
  const known = useAsk('tag', 'list', { area }, { freshMs: longFresh }).data?.rows ?? []
  const { mutateAsync } = useTell('tag', 'put', [kind, 'find'])
  const retired = tags.filter((tag) => !known.some((one) => one.name === tag))
  if (known.length === 0 && tags.length === 0) return null
  const send = async (written: { tags?: string[] }) => {
    await mutateAsync({ kind, id, tags: written.tags ?? [] })
    void message.success('已保存')
    setOpen(false)
  }
  return (
    <>
      <Button icon={<TagsOutlined aria-hidden />} onClick={() => setOpen(true)}>标签</Button>
      <FormDrawer<{ tags?: string[] }> name="tags" title={`${name}的标签`} isOpen={isOpen} close={() => setOpen(false)} initial={{ tags: tags.filter((tag) => !retired.includes(tag)) }} note={retired.length > 0 ? `“${retired.join('、')}”已停用，保存后从这条记录上去掉。` : undefined} submitWords="保存" send={send}>
        <Form.Item name="tags" label="标签"><Select mode="multiple" allowClear showSearch={{ optionFilterProp: 'label' }} placeholder="可多选" options={known.map((one) => ({ value: one.name, label: one.name, title: one.note }))} /></Form.Item>
      </FormDrawer>
    </>
  )
}
