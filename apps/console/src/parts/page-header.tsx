import { ArrowLeftOutlined } from '@ant-design/icons'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import styles from './page-header.module.css'

interface PageHeaderProps {
  title: string
  /** Beside the title: tags, numbers. */
  beside?: ReactNode
  hint?: ReactNode
  /** Where one came from; `go` instead of the plain link where the way back is known. */
  back?: { to: string, words: string, go?: () => void }
  actions?: ReactNode
}

/** The page's one h1, the browser tab's title, the way back, and what can be done here. */
export function PageHeader({ title, beside, hint, back, actions }: PageHeaderProps) {
  return (
    <div className={styles.header}>
      <title>{`${title} · 邻里`}</title>
      <div className={styles.words}>
        {back && <Link to={back.to} className={styles.back} onClick={(event) => { if (back.go && !event.ctrlKey && !event.metaKey) { event.preventDefault(); back.go() } }}><ArrowLeftOutlined aria-hidden /> {back.words}</Link>}
        <div className={styles.line}><h1 className={styles.title}>{title}</h1>{beside}</div>
        {hint && <p className="faint">{hint}</p>}
      </div>
      {actions && <div className={styles.actions}>{actions}</div>}
    </div>
  )
}
