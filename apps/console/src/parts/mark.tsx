import type { ReactNode } from 'react'
import styles from './mark.module.css'

/** A short word set apart. The tone only helps the eye; the word says it all. */
export const Mark = ({ tone = 'plain', children }: { tone?: 'plain' | 'blue' | 'amber' | 'purple', children: ReactNode }) => <span className={`${styles.mark} ${styles[tone]}`}>{children}</span>
