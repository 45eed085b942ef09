import { Link } from 'react-router'
import { useAsk } from '../../kernel/ask.ts'
import { PhotoStrip } from '../../parts/photo/photo-strip.tsx'
import { TracePanel } from '../../parts/trace/trace-panel.tsx'
import styles from '../../parts/trace/trace.module.css'

/** What happened to an item, with the photos of each step. */
export const GovernanceTrace = ({ id }: { id: string }) => (
  <TracePanel query={useAsk('governance', 'trace', { id })}>
    {(row) => (
      <>
        {row.text && <p className={styles.note}>{row.text}</p>}
        {row.event && <p className={styles.note}><Link to={`/event/${row.event}`}>查看事件</Link></p>}
        {row.photos.length > 0 && <PhotoStrip size={72} photos={row.photos.map((photo, at) => ({ id: photo, words: `${row.title}的照片 ${at + 1}` }))} />}
      </>
    )}
  </TracePanel>
)
