import { DownloadOutlined } from '@ant-design/icons'
import { Alert, App, Button, Drawer } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { wordsOf } from '../../kernel/call.ts'
import { useMe } from '../../kernel/session.ts'
import { save } from '../../parts/download.ts'
import { FormDrawer } from '../../parts/form/form-drawer.tsx'
import { Waiting } from '../../parts/states.tsx'
import { useNarrow } from '../../parts/use-media.ts'
import { whenExact } from '../../parts/when.ts'
import { PurposeItems, purposeOf } from '../record/purpose-items.tsx'
import type { Purposed } from '../record/purpose-items.tsx'
import type { DocumentView } from './document-view.ts'
import styles from './document.module.css'
import { fetchDocument } from './fetch-document.ts'

interface OpenDocumentProps { row: DocumentView | undefined, /** Whose it is. */ of: string, close: () => void }

/** What is sensitive is opened for a purpose, which is written down; it is forgotten when the window closes. */
export function OpenDocument({ row, of, close }: OpenDocumentProps) {
  const [content, setContent] = useState<Blob>()
  const { message } = App.useApp()
  const isAsked = row !== undefined && !row.isSensitive
  useEffect(() => {
    if (isAsked) fetchDocument(row.id).then(setContent, (fault: unknown) => { void message.error(wordsOf(fault)); close() })
    // Once for each that is opened: the panel makes this anew for another.
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- see above
  }, [isAsked])
  if (row && (content || isAsked)) return <Shown row={row} of={of} content={content} close={close} />
  return (
    <FormDrawer<Purposed> name="open-document" title={`查看${row?.name ?? ''}`} isOpen={row !== undefined} close={close} submitWords="查看" note="这是敏感个人信息。查看的人、时间和用途会记入审计。"
      send={async (told) => setContent(await fetchDocument(row!.id, purposeOf(told)))}>
      <PurposeItems />
    </FormDrawer>
  )
}

function Shown({ row, of, content, close }: { row: DocumentView, of: string, content: Blob | undefined, close: () => void }) {
  const isNarrow = useNarrow()
  const isPicture = row.type === 'image/jpeg'
  return (
    <Drawer title={`${of}：${row.name}`} open onClose={close} size={isNarrow ? '100%' : 860}
      extra={content && <Button icon={<DownloadOutlined aria-hidden />} onClick={() => save(`${row.name}.${isPicture ? 'jpg' : 'pdf'}`, content)}>下载</Button>}>
      {!content ? <Waiting /> : isPicture ? <Picture row={row} content={content} /> : <Alert type="info" showIcon title="PDF 文件请下载后打开。仅用于所填用途，用后请删除。" />}
    </Drawer>
  )
}

/** With the name of who looks at it across it, so that a picture of the screen says whose it was. */
function Picture({ row, content }: { row: DocumentView, content: Blob }) {
  const me = useMe()
  const picture = useRef<HTMLImageElement>(null)
  useEffect(() => {
    const address = URL.createObjectURL(content)
    picture.current!.src = address
    return () => URL.revokeObjectURL(address)
  }, [content])
  const [words] = useState(() => `${me.name} ${whenExact(new Date().toISOString())} 仅供查看`)
  return <div className={styles.picture}><img ref={picture} alt={row.name} />{row.isSensitive && <div aria-hidden className={styles.mark}>{Array.from({ length: 12 }, (_, at) => <span key={at}>{words}</span>)}</div>}</div>
}
