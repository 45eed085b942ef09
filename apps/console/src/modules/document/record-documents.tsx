import { DeleteOutlined, EyeOutlined, FileImageOutlined, FilePdfOutlined, UploadOutlined } from '@ant-design/icons'
import { documentSort } from '@linli/contract/words/index'
import { App, Button, Form, Input } from 'antd'
import { useState } from 'react'
import { useAsk, useTell } from '../../kernel/ask.ts'
import type { RecordSubject } from '../../kernel/record-part.tsx'
import { useMay } from '../../kernel/session.ts'
import { FormDrawer } from '../../parts/form/form-drawer.tsx'
import { Mark } from '../../parts/mark.tsx'
import { Answer } from '../../parts/states.tsx'
import { whenWords } from '../../parts/when.ts'
import record from '../record/record.module.css'
import { AddDocument } from './add-document.tsx'
import { sizeWords } from './document-view.ts'
import type { DocumentView } from './document-view.ts'
import { OpenDocument } from './open-document.tsx'

/** On a record's page: copies of certificates, contracts and photos kept with it. */
export function RecordDocuments({ record: { kind, id, name } }: { record: RecordSubject }) {
  const query = useAsk('document', 'list', { [kind]: id }, { isLogged: true })
  const mayAdd = useMay('base.edit')
  const [isAdding, setAdding] = useState(false)
  const [opened, setOpened] = useState<DocumentView>()
  const [removed, setRemoved] = useState<DocumentView>()
  return (
    <section className="panel" aria-labelledby="documents">
      <h2 id="documents" className="panel-title">附件材料{query.data && query.data.rows.length > 0 && <span className="faint">{query.data.rows.length} 份</span>}<span className={record.bar}>{mayAdd && <Button size="small" icon={<UploadOutlined aria-hidden />} onClick={() => setAdding(true)}>上传</Button>}</span></h2>
      <Answer query={query} isSmall>
        {({ rows }) => rows.length === 0 ? <p className="panel-body faint">还没有证件复印件、合同、照片等材料。</p> : <ul>{rows.map((row) => <One key={row.id} row={row} open={() => setOpened(row)} remove={() => setRemoved(row)} />)}</ul>}
      </Answer>
      <AddDocument of={{ kind, id, name }} isOpen={isAdding} close={() => setAdding(false)} />
      <OpenDocument key={opened?.id} row={opened} of={name} close={() => setOpened(undefined)} />
      <RemoveDocument row={removed} close={() => setRemoved(undefined)} />
    </section>
  )
}

const One = ({ row, open, remove }: { row: DocumentView, open: () => void, remove: () => void }) => (
  <li className={record.row}>
    <div className={record.head}>
      {row.type === 'application/pdf' ? <FilePdfOutlined aria-label="PDF" /> : <FileImageOutlined aria-label="图片" />}<span style={{ overflowWrap: 'anywhere' }}>{row.name}</span><Mark tone={row.isSensitive ? 'amber' : 'plain'}>{documentSort[row.sort]}</Mark>
      <span className={record.end}>
        {row.mayOpen && <Button size="small" icon={<EyeOutlined aria-hidden />} aria-label={`查看${row.name}`} onClick={open}>查看</Button>}
        {row.mayRemove && <Button size="small" icon={<DeleteOutlined aria-hidden />} aria-label={`删除${row.name}`} title="删除" onClick={remove} />}
      </span>
    </div>
    <p className="faint">{sizeWords(row.bytes)} · {row.by} {whenWords(row.at)}上传{!row.mayOpen && ' · 没有查看敏感信息的权限'}</p>
  </li>
)

function RemoveDocument({ row, close }: { row: DocumentView | undefined, close: () => void }) {
  const { message } = App.useApp()
  const { mutateAsync } = useTell('document', 'remove')
  const send = async ({ reason }: { reason: string }) => {
    await mutateAsync({ id: row!.id, reason })
    void message.success('已删除')
    close()
  }
  return (
    <FormDrawer<{ reason: string }> name="remove-document" title={`删除${row?.name ?? ''}`} isOpen={row !== undefined} close={close} submitWords="删除" isDanger send={send} note="文件删除后不能恢复；谁在什么时候为什么删除会留下记录。">
      <Form.Item name="reason" label="为什么删除" rules={[{ required: true, whitespace: true, message: '请填写原因' }]}><Input maxLength={100} placeholder="如 传错了、已有更新的" /></Form.Item>
    </FormDrawer>
  )
}
