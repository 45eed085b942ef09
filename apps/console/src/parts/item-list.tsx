import type { ReactNode } from 'react'
import { Link } from 'react-router'
import styles from './item-list.module.css'

interface Item { id: string, to: string, title: string, tags: ReactNode, about: ReactNode, when: ReactNode }

/** Things of another module, each a link with its tags, what it is about, and when. */
export const ItemList = ({ items }: { items: Item[] }) => (
  <ul>{items.map(({ id, to, title, tags, about, when }) => (
    <li key={id}>
      <Link to={to} className={styles.link}><strong>{title}</strong><span className={styles.tags}>{tags}</span><span className="faint">{about}</span><span className="faint">{when}</span></Link>
    </li>
  ))}</ul>
)

interface WaitingPanelProps { id: string, title: string, items: Item[], more: string | null }

/** On the first page: what waits for me; `more` is where the others are. */
export const WaitingPanel = ({ id, title, items, more }: WaitingPanelProps) => items.length > 0 && (
  <section className={`panel ${styles.waiting}`} aria-labelledby={id}>
    <h2 id={id} className="panel-title">{title}{more && <Link to={more} className={styles.more}>全部<span className="hidden">{title}</span></Link>}</h2>
    <ItemList items={items} />
  </section>
)
