import { CheckCircleOutlined, SyncOutlined } from '@ant-design/icons'
import styles from './line-state.module.css'
import { line } from './realtime.ts'
import { useStore } from './store.ts'

/** Says whether this page hears of changes at once. Silent while the first connection is being made. */
export function LineState() {
  const state = useStore(line)
  return (
    <span className={styles.line} role="status">
      {state === 'live' && <><CheckCircleOutlined aria-hidden /><span className={styles.words}>实时更新</span></>}
      {state === 'lost' && <><SyncOutlined aria-hidden /><span>连接中断<span className={styles.words}>，正在重连</span></span></>}
    </span>
  )
}
