import { QuestionCircleOutlined } from '@ant-design/icons'
import { attendWhose } from '@linli/contract/words/index'
import type { AttendWhose } from '@linli/contract/words/index'
import { Button, Segmented } from 'antd'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { useAsk } from '../../kernel/ask.ts'
import { useKeys } from '../../parts/keys.ts'
import { PageHeader } from '../../parts/page-header.tsx'
import { Answer, Nothing } from '../../parts/states.tsx'
import { useRowKeys } from '../../parts/table/use-row-keys.ts'
import { useNarrow } from '../../parts/use-media.ts'
import { AttendKeys } from './attend-keys.tsx'
import { AttendQueue } from './attend-queue.tsx'
import { AttendToday } from './attend-today.tsx'
import styles from './attend.module.css'
import { nextOf } from './attend-view.ts'
import { TalkDesk } from './talk-desk.tsx'

/** Who waits, the talk, and who it is, side by side; on a phone the list leads to the talk's own page. */
export default function AttendPage() {
  const [params, setParams] = useSearchParams()
  const whose = (params.get('whose') ?? 'waiting') as AttendWhose
  const isNarrow = useNarrow()
  const [isTelling, setTelling] = useState(false)
  const query = useAsk('attend', 'queue', { whose: whose in attendWhose ? whose : 'waiting' }, { topic: 'talk', keepsLast: true })
  const [left, setLeft] = useState<string>()
  const ids = query.data?.rows.map(({ id }) => id).filter((id) => id !== left) ?? []
  const [shown, setShown] = useState<string>()
  // Who is shown stays shown when somebody else comes before them: what is half written to one must not go to another.
  if (shown === undefined && ids[0] !== undefined && !query.isPlaceholderData) setShown(ids[0])
  const gone = (id: string) => {
    setLeft(id)
    setShown(nextOf(ids, id))
  }
  useRowKeys()
  useKeys({ '?': () => setTelling(true) })
  return (
    <>
      <PageHeader title="人工接待" beside={<AttendToday />} actions={!isNarrow && <Button icon={<QuestionCircleOutlined aria-hidden />} aria-keyshortcuts="?" onClick={() => setTelling(true)}>快捷键</Button>} />
      <div className={styles.desk}>
        <section className={`panel ${styles.queue}`} aria-label="等待的居民">
          <div className={styles.filters}><Segmented block aria-label="看哪些" value={whose} options={Object.entries(attendWhose).map(([value, label]) => ({ value, label }))} onChange={(value) => { setLeft(undefined); setShown(undefined); setParams(value === 'waiting' ? {} : { whose: value }, { replace: true }) }} /></div>
          <div className={styles.rows} aria-busy={query.isFetching}>
            <Answer query={query} isSmall>{({ rows, isMore }) => rows.length === 0 ? <Nothing words={whose === 'mine' ? '您没有正在接待的居民' : '没有居民在等'} /> : <AttendQueue rows={rows} isMore={isMore} shown={isNarrow ? undefined : shown} choose={isNarrow ? undefined : setShown} />}</Answer>
          </div>
        </section>
        {!isNarrow && (shown ? <TalkDesk key={shown} id={shown} gone={() => gone(shown)} /> : <div className={`panel ${styles.none}`}>{query.isSuccess && <Nothing words="选一位居民，看对话并回复" />}</div>)}
      </div>
      <AttendKeys isOpen={isTelling} close={() => setTelling(false)} />
    </>
  )
}
