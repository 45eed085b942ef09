import { Timeline } from 'antd'
import { useAsk } from '../../kernel/ask.ts'
import { PhotoStrip } from '../../parts/photo/photo-strip.tsx'
import { Answer } from '../../parts/states.tsx'
import { whenExact } from '../../parts/when.ts'
import type { Trace } from './event-view.ts'
import styles from './trace-list.module.css'

/** What happened, oldest first; words for residents apart from notes among colleagues. */
export function TraceList({ id }: { id: string }) {
  const query = useAsk('event', 'trace', { id })
  return (
    <section className="panel" aria-labelledby="trace">
      <h2 id="trace" className="panel-title">经过</h2>
      <div className={`panel-body ${styles.body}`}>
        <Answer query={query} isSmall>
          {({ rows }) => <Timeline items={rows.map((row, index) => ({ key: index, content: <Entry row={row} />, color: index === rows.length - 1 ? 'blue' : 'gray' }))} />}
        </Answer>
      </div>
    </section>
  )
}

const Entry = ({ row }: { row: Trace }) => (
  <div>
    <p className={styles.line}><strong>{row.title}</strong>{row.unit && <span>{row.unit}</span>}<span>{row.by ?? '系统'}{row.post && <span className="faint">（{row.post}）</span>}</span><time dateTime={row.at} className={styles.time}>{whenExact(row.at)}</time></p>
    {row.takenAt && <p className="faint">当时没有网络，手机记的办理时间：{whenExact(row.takenAt)}</p>}
    {row.publicText && <p className={styles.public}><span className={styles.kind}>公开答复</span>{row.publicText}</p>}
    {row.text && <p className={styles.note}><span className={styles.kind}>内部意见</span>{row.text}</p>}
    {row.photos.length > 0 && <div className={styles.photos}><PhotoStrip size={64} photos={row.photos.map((photo, index) => ({ id: photo, words: `${row.title}照片 ${index + 1}` }))} /></div>}
  </div>
)
