import { InboxOutlined } from '@ant-design/icons'
import { Alert, Progress } from 'antd'
import { useRef, useState } from 'react'
import { wordsOf } from '../../kernel/call.ts'
import { upload } from '../../kernel/photo.ts'
import styles from './file-drop.module.css'

interface FileDropProps {
  /** What to drop, what may be dropped, and what is said of more than one. */
  title: string
  about: string
  label: string
  accept: string
  onlyOne?: string
  to: string
  words?: Record<string, string>
  sent: (id: string) => void
}

/** Takes one file, dropped or chosen, and sends it up. */
export function FileDrop({ title, about, label, accept, onlyOne = '一次请选择一个文件', to, words, sent }: FileDropProps) {
  const picker = useRef<HTMLInputElement>(null)
  const [share, setShare] = useState<number>()
  const [isOver, setOver] = useState(false)
  const [fault, setFault] = useState<string>()
  const isSending = share !== undefined
  const send = (files: FileList | null) => {
    const [file, more] = [...files ?? []]
    if (picker.current) picker.current.value = ''
    if (!file || isSending) return
    if (more) return setFault(onlyOne)
    setFault(undefined)
    setShare(0)
    upload(file, setShare, { to, ...words && { words } }).then(({ id }) => sent(id), (refusal) => {
      setFault(wordsOf(refusal))
      setShare(undefined)
    })
  }
  return (
    <div className={styles.zone}>
      <button type="button" className={isOver ? `${styles.drop} ${styles.over}` : styles.drop} disabled={isSending} onClick={() => picker.current?.click()}
        onDragOver={(event) => { event.preventDefault(); setOver(true) }} onDragLeave={() => setOver(false)} onDrop={(event) => { event.preventDefault(); setOver(false); send(event.dataTransfer.files) }}>
        <InboxOutlined aria-hidden className={styles.icon} />
        <strong>{title}</strong>
        <span className="faint">{about}</span>
      </button>
      <input ref={picker} type="file" accept={accept} className="hidden" tabIndex={-1} aria-label={label} onChange={(event) => send(event.target.files)} />
      {isSending && <Progress percent={Math.round(share * 100)} status="active" aria-label="上传进度" />}
      {fault && <Alert type="error" showIcon role="alert" title={fault} />}
    </div>
  )
}
