import { useAsk } from '../../kernel/ask.ts'
import { PhotoStrip } from '../../parts/photo/photo-strip.tsx'
import { TakenAt, TracePanel } from '../../parts/trace/trace-panel.tsx'
import styles from '../../parts/trace/trace.module.css'

/** Said between the office and the reporter. */
const toReporter = new Set(['event.info-asked', 'event.answered', 'event.answered-late', 'event.reopened', 'event.rated'])

/** What happened; words for residents apart from notes among colleagues. */
export const TraceList = ({ id }: { id: string }) => (
  <TracePanel query={useAsk('event', 'trace', { id })}>
    {(row) => (
      <>
        <TakenAt at={row.takenAt} />
        {row.publicText && <p className={styles.public}><span className={styles.kind}>公开答复</span>{row.publicText}</p>}
        {row.text && <p className={toReporter.has(row.step) ? styles.public : styles.note}><span className={styles.kind}>{toReporter.has(row.step) ? '上报人可见' : '内部意见'}</span>{row.text}</p>}
        {row.photos.length > 0 && <div className={styles.photos}><PhotoStrip size={64} photos={row.photos.map((photo, index) => ({ id: photo, words: `${row.title}照片 ${index + 1}` }))} /></div>}
      </>
    )}
  </TracePanel>
)
