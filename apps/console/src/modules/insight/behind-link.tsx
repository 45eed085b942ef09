import { Link } from 'react-router'
import styles from './insight.module.css'

/** A number that leads to the list behind it; nothing leads nowhere. */
export const Behind = ({ to, label, words }: { to: string, label: string, words: string }) => words === '—' ? <>{words}</> : <Link className={styles.behind} to={to} aria-label={`${label} ${words}，查看清单`}>{words}</Link>
