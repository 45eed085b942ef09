import { Tooltip } from 'antd'
import { useEffect, useRef } from 'react'
import { Link, useLocation } from 'react-router'
import styles from './main-menu.module.css'
import { menuGroup } from './section.ts'
import type { MenuItem } from './section.ts'

interface MainMenuProps { items: MenuItem[], isFolded: boolean }

/** Plain links in lists: what a screen reader expects of site navigation. */
export function MainMenu({ items, isFolded }: MainMenuProps) {
  const current = itemAt(items, useLocation().pathname)
  const menu = useRef<HTMLDivElement>(null)
  // The menu is longer than many screens: where one is stands in it.
  // What newer browsers answer is no clean-up: nothing is handed on.
  useEffect(() => { menu.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' }) }, [current?.to])
  return (
    <div ref={menu} className={isFolded ? `${styles.menu} ${styles.folded}` : styles.menu}>
      {Object.entries(menuGroup).map(([group, title]) => {
        const mine = items.filter((item) => item.group === group)
        return mine.length > 0 && (
          <section key={group} className={styles.group}>
            <h2 className={isFolded ? 'hidden' : styles.title}>{title}</h2>
            <ul>{mine.map((item) => <li key={item.to}><Entry item={item} isFolded={isFolded} isCurrent={item === current} /></li>)}</ul>
          </section>
        )
      })}
    </div>
  )
}

/** The item that a page belongs to: the one with the longest address that the page's begins with. */
export const itemAt = (items: readonly MenuItem[], pathname: string): MenuItem | undefined => items
  .filter(({ to }) => pathname === to || (to !== '/' && pathname.startsWith(`${to}/`)))
  .reduce<MenuItem | undefined>((best, item) => best && best.to.length >= item.to.length ? best : item, undefined)

const Entry = ({ item, isFolded, isCurrent }: { item: MenuItem, isFolded: boolean, isCurrent: boolean }) => (
  <Tooltip title={isFolded ? item.title : undefined} placement="right">
    <Link to={item.to} aria-current={isCurrent ? 'page' : undefined} className={isCurrent ? `${styles.link} ${styles.active}` : styles.link}>
      <span aria-hidden className={styles.icon}><item.icon /></span>
      <span className={isFolded ? 'hidden' : undefined}>{item.title}</span>
      {item.Count && <span className={isFolded ? 'hidden' : styles.counted}><item.Count /></span>}
    </Link>
  </Tooltip>
)
