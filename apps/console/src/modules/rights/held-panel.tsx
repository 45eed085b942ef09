import { DownloadOutlined, PrinterOutlined } from '@ant-design/icons'
import { useMutation } from '@tanstack/react-query'
import { App, Button, Checkbox, Form, Input, Select } from 'antd'
import { useState } from 'react'
import { useAsk, useTell } from '../../kernel/ask.ts'
import { call, wordsOf } from '../../kernel/call.ts'
import { saveSpreadsheet } from '../../parts/download.ts'
import { FormDrawer } from '../../parts/form/form-drawer.tsx'
import { sorted } from '../../parts/sorted.ts'
import { Answer, Nothing } from '../../parts/states.tsx'
import type { Request } from './request.ts'
import styles from './rights.module.css'

/** What is held of who asks: shown only when asked for, since every look is on record. */
export function HeldPanel({ request }: { request: Request }) {
  const [isShown, setShown] = useState(false)
  const [doing, setDoing] = useState<'correct' | 'delete'>()
  const query = useAsk('rights', 'held', { id: request.id }, { isWanted: isShown, isLogged: true })
  const stop = () => setDoing(undefined)
  return (
    <section className={`panel ${styles.part}`} aria-label="平台保存的信息">
      <h2 className="panel-title">平台保存的信息
        <span className={styles.tools}>
          {isShown && <Button icon={<PrinterOutlined aria-hidden />} onClick={() => window.print()}>打印</Button>}
          {isShown && <CopyButton id={request.id} />}
          {isShown && request.person && <Button onClick={() => setDoing('correct')}>更正</Button>}
          {isShown && request.person && <Button danger onClick={() => setDoing('delete')}>删除</Button>}
        </span>
      </h2>
      {!isShown && <p className="panel-body"><Button onClick={() => setShown(true)}>查看全部内容</Button> <span className="faint">显示完整号码，查看会留下记录。</span></p>}
      {isShown && (
        <Answer query={query} isSmall>
          {({ sections, fields }) => (
            <div className="panel-body">
              {sections.length === 0 && <Nothing words="平台没有保存此人的信息" />}
              {sections.map(({ title, lines }) => (
                <table key={title} className={styles.held}>
                  <caption>{title}</caption>
                  <tbody>{[...new Map(lines.map((line) => [`${line.label} ${line.value}`, line]))].map(([key, { label, value }]) => <tr key={key}><th scope="row">{label}</th><td>{value}</td></tr>)}</tbody>
                </table>
              ))}
              <CorrectForm request={request} fields={fields} isOpen={doing === 'correct'} close={stop} />
              <DeleteForm request={request} fields={fields} isOpen={doing === 'delete'} close={stop} />
            </div>
          )}
        </Answer>
      )}
    </section>
  )
}

function CopyButton({ id }: { id: string }) {
  const { message } = App.useApp()
  const job = useMutation({ mutationFn: () => call('rights', 'copy', { id }), onSuccess: ({ fileName, xlsx }) => saveSpreadsheet(fileName, xlsx), onError: (fault) => void message.error(wordsOf(fault)) })
  return <Button icon={<DownloadOutlined aria-hidden />} loading={job.isPending} title="导出会留下记录" onClick={() => job.mutate()}>导出副本</Button>
}

interface Doing { request: Request, fields: { name: string, label: string, mayDelete: boolean, why: string }[], isOpen: boolean, close: () => void }

/** One field at a time, as the person says it; codes may be written in words. */
function CorrectForm({ request, isOpen, close }: Doing) {
  const correct = useTell('rights', 'correct', ['rights', 'person'])
  const known = useAsk('person', 'fields', { area: request.area }, { isWanted: isOpen })
  const { message } = App.useApp()
  return (
    <FormDrawer<{ name: string, value?: string }> name="correct" title="更正" isOpen={isOpen} close={close} submitWords="更正" note="来源记为“居民自填”，原来的内容留在变更记录里。"
      send={async ({ name, value }) => {
        await correct.mutateAsync({ id: request.id, values: { [name]: value?.trim() || null } })
        close()
        void message.success('已更正')
      }}>
      <Form.Item name="name" label="项目" rules={[{ required: true, message: '请选择' }]}><Select showSearch={{ optionFilterProp: 'label' }} options={known.data?.rows.map(({ name, label }) => ({ value: name, label }))} /></Form.Item>
      <Form.Item name="value" label="正确的内容"><Input maxLength={500} autoComplete="off" /></Form.Item>
    </FormDrawer>
  )
}

/** What is asked to be deleted; what must be kept is answered with the reason. */
function DeleteForm({ request, fields, isOpen, close }: Doing) {
  const erase = useTell('rights', 'delete', ['rights', 'person'])
  const { message } = App.useApp()
  return (
    <FormDrawer<{ fields: string[] }> name="delete" title="删除" isOpen={isOpen} close={close} submitWords="删除" isDanger note="删除后不能恢复，变更记录、待定值、合并和导入记录里的同一内容一并删除。依法要保留的不会删除，理由写进办理结果。"
      send={async (said) => {
        await erase.mutateAsync({ id: request.id, fields: said.fields })
        close()
        void message.success('已办理')
      }}>
      <Form.Item name="fields" label="请求删除的项目" rules={[{ required: true, message: '请选择' }]}>
        <Checkbox.Group className={styles.choices}>
          {sorted(fields, (one, other) => Number(other.mayDelete) - Number(one.mayDelete)).map(({ name, label, mayDelete, why }) => <Checkbox key={name} value={name}>{label}<br /><span className="faint">{mayDelete ? '可以删除：' : ''}{why}</span></Checkbox>)}
        </Checkbox.Group>
      </Form.Item>
    </FormDrawer>
  )
}
