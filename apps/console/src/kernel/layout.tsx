import { MenuFoldOutlined, MenuOutlined, MenuUnfoldOutlined } from '@ant-design/icons'
import { Drawer } from 'antd'
import { useRef, useState } from 'react'
import type { ReactNode } from 'react'
import { Link, useLocation } from 'react-router'
import { AccountMenu } from './account-menu.tsx'
import styles from './layout.module.css'
import { LineState } from './line-state.tsx'
import { Logo } from './logo.tsx'
import { MainMenu } from './main-menu.tsx'
import { createMemory } from './memory.ts'
import type { MenuItem } from './section.ts'
import { myAreas } from './session.ts'
import type { Person } from './session.ts'
import { useStore } from './store.ts'
import { usePageFocus } from './use-page-focus.ts'

const fold = createMemory('menu.folded', false)

interface LayoutProps { me: Person, menu: MenuItem[], find: ReactNode, bell: ReactNode, children: ReactNode }

/** Header, menu and the page; on a phone the menu comes from the side. */
export function Layout({ me, menu, find, bell, children }: LayoutProps) {
  const isFolded = useStore(fold)
  const [openedAt, setOpenedAt] = useState<string>()
  const main = useRef<HTMLElement>(null)
  const { pathname } = useLocation()
  usePageFocus(main, pathname)
  // Going to another page closes the menu by itself.
  const isOpen = openedAt === pathname
  return (
    <div className={isFolded ? `${styles.frame} ${styles.folded}` : styles.frame}>
      <a className={styles.skip} href="#main" onClick={(event) => { event.preventDefault(); main.current?.focus() }}>跳到正文</a>
      <header className={styles.header}>
        <button type="button" className={styles.menuButton} aria-label="打开菜单" aria-expanded={isOpen} onClick={() => setOpenedAt(pathname)}><MenuOutlined aria-hidden /></button>
        <Link to="/" className={styles.brand}><Logo /><span className={styles.name}>邻里</span></Link>
        <span className={styles.place}>{myAreas(me).map((area) => area.name).join('、') || me.unit?.name}</span>
        <span className={styles.grow} />
        {find}
        <LineState />
        {bell}
        <AccountMenu me={me} />
      </header>
      <nav className={styles.side} aria-label="主菜单">
        <MainMenu items={menu} isFolded={isFolded} />
        <button type="button" className={styles.fold} aria-expanded={!isFolded} onClick={() => fold.set(!isFolded)}>
          {isFolded ? <MenuUnfoldOutlined aria-hidden /> : <MenuFoldOutlined aria-hidden />}
          <span className={isFolded ? 'hidden' : undefined}>{isFolded ? '展开菜单' : '收起菜单'}</span>
        </button>
      </nav>
      <main id="main" ref={main} tabIndex={-1} className={styles.main}>{children}</main>
      <Drawer title="菜单" placement="left" size={264} open={isOpen} onClose={() => setOpenedAt(undefined)} styles={{ body: { padding: 8 } }}>
        <nav aria-label="主菜单"><MainMenu items={menu} isFolded={false} /></nav>
      </Drawer>
    </div>
  )
}
