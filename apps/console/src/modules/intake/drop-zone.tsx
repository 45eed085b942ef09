import { InboxOutlined } from '@ant-design/icons'
import { useQueryClient } from '@tanstack/react-query'
import { Alert, Progress } from 'antd'
import { useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import { wordsOf } from '../../kernel/call.ts'
import { upload } from '../../kernel/photo.ts'
import styles from './intake.module.css'

/** Takes one file, dropped or chosen, and goes on to what was found in it. */
export function DropZone() {
  const navigate = useNavigate()
  const client = useQueryClient()
  const picker = useRef<HTMLInputElement>(null)
  const [share, setShare] = useState<number>()
  const [isOver, setOver] = useState(false)
  const [fault, setFault] = useState<string>()
  const isSending = share !== undefined
  const send = (files: FileList | null) => {
    const [file, more] = [...files ?? []]
    if (picker.current) picker.current.value = ''
    if (!file || isSending) return
    if (more) return setFault('一次请选择一个文件')
    setFault(undefined)
    setShare(0)
    upload(file, setShare, { to: '/api/table/upload' }).then(({ id }) => {
      void client.invalidateQueries({ queryKey: ['intake'] })
      void navigate(`/intake/${id}`)
    }, (refusal) => {
      setFault(wordsOf(refusal))
      setShare(undefined)
    })
  }
  return (
    <div className={styles.zone}>
      <button type="button" className={isOver ? `${styles.drop} ${styles.over}` : styles.drop} disabled={isSending} onClick={() => picker.current?.click()}
        onDragOver={(event) => { event.preventDefault(); setOver(true) }} onDragLeave={() => setOver(false)} onDrop={(event) => { event.preventDefault(); setOver(false); send(event.dataTransfer.files) }}>
        <InboxOutlined aria-hidden className={styles.icon} />
        <strong>把表格拖到这里，或点击选择文件</strong>
        <span className="faint">xlsx、xls、csv，最多 20 万行。列名、顺序不限，先看结果再确认，导入后可以整批撤销。</span>
      </button>
      <input ref={picker} type="file" accept=".xlsx,.xls,.csv,.txt,.et" className="hidden" tabIndex={-1} aria-label="选择要导入的表格" onChange={(event) => send(event.target.files)} />
      {isSending && <Progress percent={Math.round(share * 100)} status="active" aria-label="上传进度" />}
      {fault && <Alert type="error" showIcon role="alert" title={fault} />}
    </div>
  )
}
