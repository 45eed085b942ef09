import { CheckCircleFilled, ClockCircleFilled, ExclamationCircleFilled, FireFilled } from '@ant-design/icons'
import { light as words } from '@linli/contract/words/index'
import type { Light } from '@linli/contract/words/index'
import { whenWords } from '../../parts/when.ts'
import styles from './light-tag.module.css'

const icons = { green: CheckCircleFilled, yellow: ClockCircleFilled, red: ExclamationCircleFilled, severe: FireFilled }

interface LightTagProps { light: Light | null, dueAt: string | null, isShort?: boolean }

/** Where a deadline stands, in colour, shape and words; and when it is. */
export function LightTag({ light, dueAt, isShort = false }: LightTagProps) {
  if (!light) return <span className="faint">—</span>
  const Icon = icons[light]
  return (
    <span className={styles.line}>
      <span className={`${styles.tag} ${styles[light]}`}><Icon aria-hidden /> {words[light]}</span>
      {dueAt && !isShort && <span className={styles.due}>{whenWords(dueAt)}</span>}
    </span>
  )
}
