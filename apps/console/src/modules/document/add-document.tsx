import { PaperClipOutlined } from '@ant-design/icons'
import { useQueryClient } from '@tanstack/react-query'
import { isSensitiveDocument, documentSort, maxDocumentBytes } from '@linli/contract/words/index'
import type { DocumentSort } from '@linli/contract/words/index'
import { App, Button, Form, Input, Progress, Radio } from 'antd'
import type { FormInstance } from 'antd'
import { useRef, useState } from 'react'
import type { RecordSubject } from '../../kernel/record-part.tsx'
import { upload } from '../../kernel/photo.ts'
import { FormDrawer } from '../../parts/form/form-drawer.tsx'
import { nameOf } from './document-view.ts'

interface AddDocumentProps { of: Pick<RecordSubject, 'kind' | 'id' | 'name'>, isOpen: boolean, close: () => void }
interface Written { file: File, sort: DocumentSort, name: string }

const sorts = Object.keys(documentSort) as DocumentSort[]

/** One file for a record: what it is and what it is called. */
export function AddDocument({ of, isOpen, close }: AddDocumentProps) {
  const { message } = App.useApp()
  const client = useQueryClient()
  const [share, setShare] = useState<number>()
  const send = async ({ file, sort, name }: Written) => {
    await upload(file, setShare, { to: '/api/document/upload', words: { [of.kind]: of.id, sort, name } }).finally(() => setShare(undefined))
    void client.invalidateQueries({ queryKey: ['document'] })
    void message.success('已上传')
    close()
  }
  return (
    <FormDrawer<Written> name="document" title={`给${of.name}上传材料`} isOpen={isOpen} close={close} submitWords="上传" send={send}>
      {(form) => (
        <>
          <Form.Item name="file" label="文件" rules={[{ required: true, message: '请选择文件' }, { validator: async (_, file?: File) => { if (file && file.size > maxDocumentBytes) throw new Error(`文件超过 ${maxDocumentBytes / 1024 / 1024} MB`) } }]} extra="照片（JPG、PNG、WebP）或 PDF，最大 15 MB。照片里的拍摄地点会去掉。">
            <FileChoice chosen={(file) => { if (!form.getFieldValue('name')) form.setFieldValue('name', nameOf(file.name)) }} />
          </Form.Item>
          <Form.Item name="sort" label="材料类别" rules={[{ required: true, message: '请选择材料类别' }]}><Radio.Group style={{ display: 'grid', gap: 6, gridTemplateColumns: '1fr 1fr' }} options={sorts.map((value) => ({ value, label: documentSort[value] }))} /></Form.Item>
          <SensitiveHint form={form} />
          <Form.Item name="name" label="名称" rules={[{ required: true, whitespace: true, message: '请填写名称' }]}><Input maxLength={80} placeholder="如 身份证正面、租房合同" /></Form.Item>
          {share !== undefined && <Progress percent={Math.round(share * 100)} aria-label="上传进度" />}
        </>
      )}
    </FormDrawer>
  )
}

function SensitiveHint({ form }: { form: FormInstance<Written> }) {
  const sort = Form.useWatch('sort', form)
  return sort && isSensitiveDocument(sort) ? <p className="faint" style={{ marginBottom: 16 }}>按敏感个人信息保管：查看要写明用途并留下记录。</p> : null
}

interface FileChoiceProps { id?: string, value?: File, onChange?: (file: File) => void, chosen: (file: File) => void }

/** The browser's own button speaks its own language. */
function FileChoice({ id, value, onChange, chosen }: FileChoiceProps) {
  const picker = useRef<HTMLInputElement>(null)
  const take = (file: File | undefined) => {
    if (!file) return
    onChange?.(file)
    chosen(file)
  }
  return (
    <div onDragOver={(event) => event.preventDefault()} onDrop={(event) => { event.preventDefault(); take(event.dataTransfer.files[0]) }}>
      <Button id={id} icon={<PaperClipOutlined aria-hidden />} style={{ maxWidth: '100%' }} onClick={() => picker.current?.click()}>{value ? value.name : '选择文件，或拖到这里'}</Button>
      <input ref={picker} type="file" accept="image/jpeg,image/png,image/webp,application/pdf" className="hidden" tabIndex={-1} aria-label="选择文件" onChange={({ target }) => take(target.files?.[0])} />
    </div>
  )
}
