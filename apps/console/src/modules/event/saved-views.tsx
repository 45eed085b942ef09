import { DeleteOutlined, DownOutlined, StarOutlined } from '@ant-design/icons'
import { App, Button, Form, Input, Popover } from 'antd'
import { useState } from 'react'
import { Link, useLocation } from 'react-router'
import { useAsk, useTell } from '../../kernel/ask.ts'
import { useConfirm } from '../../parts/form/confirm.ts'
import { useSubmit } from '../../parts/form/use-submit.ts'
import { Answer } from '../../parts/states.tsx'
import styles from './saved-views.module.css'

interface SavedViewsProps { list?: 'event' | 'sandtable', words?: string }

/** Filters worth a name: kept by the server, so that they are there on every computer. */
export function SavedViews({ list = 'event', words = '常用列表' }: SavedViewsProps) {
  const [isOpen, setOpen] = useState(false)
  return (
    <Popover trigger="click" placement="bottomRight" open={isOpen} onOpenChange={setOpen} content={<Views list={list} close={() => setOpen(false)} />} destroyOnHidden>
      <Button icon={<StarOutlined aria-hidden />} aria-expanded={isOpen}>{words} <DownOutlined aria-hidden /></Button>
    </Popover>
  )
}

function Views({ list, close }: { list: 'event' | 'sandtable', close: () => void }) {
  const query = useAsk('bookmark', 'list', { list })
  const drop = useTell('bookmark', 'drop')
  const ask = useConfirm()
  return (
    <div className={styles.box}>
      <Answer query={query} isSmall>
        {({ rows }) => rows.length === 0 ? <p className="faint">还没有保存过。在下面起个名字即可保存。</p> : (
          <ul>
            {rows.map((view) => (
              <li key={view.id} className={styles.view}>
                <Link to={`/${list}?${view.query}`} onClick={close}>{view.name}</Link>
                <Button type="text" size="small" aria-label={`删除“${view.name}”`} icon={<DeleteOutlined aria-hidden />}
                  onClick={() => ask({ title: `删除“${view.name}”？`, what: '只删除这个名字和筛选条件，事件不受影响。', words: '删除', act: () => drop.mutateAsync({ id: view.id }), done: '已删除' })} />
              </li>
            ))}
          </ul>
        )}
      </Answer>
      <SaveThis list={list} />
    </div>
  )
}

function SaveThis({ list }: { list: 'event' | 'sandtable' }) {
  const { search } = useLocation()
  const [form] = Form.useForm<{ name: string }>()
  const { message } = App.useApp()
  const save = useTell('bookmark', 'save')
  const { submit, isBusy, complaint } = useSubmit(form, async ({ name }) => {
    await save.mutateAsync({ list, name, query: filterOnly(search) })
    form.resetFields()
    void message.success('已保存')
  })
  return (
    <Form form={form} name="save-view" layout="vertical" onFinish={() => void submit()} className={styles.save} requiredMark={false}>
      <Form.Item name="name" label="把当前筛选保存为" rules={[{ required: true, whitespace: true, message: '请填写名称' }]} help={complaint} validateStatus={complaint ? 'error' : undefined}><Input maxLength={20} placeholder="如：本周超时" /></Form.Item>
      <Button htmlType="submit" loading={isBusy}>保存</Button>
    </Form>
  )
}

/** A saved list begins at its first page. */
function filterOnly(search: string): string {
  const params = new URLSearchParams(search)
  params.delete('after')
  params.delete('page')
  return params.toString()
}
