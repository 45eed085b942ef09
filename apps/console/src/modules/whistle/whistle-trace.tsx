import { useAsk } from '../../kernel/ask.ts'
import { TakenAt, TracePanel } from '../../parts/trace/trace-panel.tsx'
import styles from '../../parts/trace/trace.module.css'

/** What happened to a whistle. */
export const WhistleTrace = ({ id }: { id: string }) => (
  <TracePanel query={useAsk('whistle', 'trace', { id })}>
    {(row) => <><TakenAt at={row.takenAt} />{row.text && <p className={styles.note}>{row.text}</p>}</>}
  </TracePanel>
)
