import { complaintOf, filledReply, plainBraces, replyFacts } from '@linli/contract/words/index'
import { Select } from 'antd'
import { useState } from 'react'
import { useAsk } from '../../kernel/ask.ts'
import { useMay } from '../../kernel/session.ts'
import styles from './reply-page.module.css'
import { sampleFacts } from './reply-words.ts'

/** How the words will read: with one of the last events of the matter, or with an invented one for who may look at none. */
export function ReplyPreview({ text, matter }: { text: string, matter: string | undefined }) {
  const mayLook = useMay('event.view')
  const [chosen, setChosen] = useState<string>()
  const recent = useAsk('event', 'list', { matter, limit: 10 }, { isWanted: mayLook, keepsLast: true, freshMs: 60_000 })
  const rows = recent.data?.rows ?? []
  const id = rows.find((row) => row.id === chosen)?.id ?? rows[0]?.id
  const event = useAsk('event', 'get', { id: id ?? '' }, { isWanted: id !== undefined, keepsLast: true, freshMs: 60_000 })
  const plain = plainBraces(text)
  const [now] = useState(() => new Date())
  const facts = event.data ? replyFacts(event.data, now) : sampleFacts
  return (
    <section aria-label="预览" className={styles.preview}>
      <div className={styles.of}>
        <strong>预览</strong>
        {rows.length > 0
          ? <Select size="small" aria-label="用哪一件事件预览" value={id} onChange={setChosen} options={rows.map((row) => ({ value: row.id, label: row.title }))} popupMatchSelectWidth={300} style={{ flex: 1, minWidth: 0 }} />
          : <span className="faint">用示例事件</span>}
      </div>
      <p aria-live="polite">{complaintOf(plain) ? <span className="faint">变量改正后再看。</span> : plain.trim() ? filledReply(plain, facts) : <span className="faint">写下内容后，这里显示填好变量的样子；没有值的变量会标出来，由办理人填写。</span>}</p>
    </section>
  )
}
