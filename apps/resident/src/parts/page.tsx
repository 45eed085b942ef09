import { useDidHide, useDidShow, useUnload } from '@tarojs/taro'
import { useId } from 'react'
import type { ReactNode } from 'react'
import { Box } from '#element'
import { phone } from '#phone'
import { isElder } from '../kernel/elder.ts'
import { useShown } from '../kernel/shown.ts'
import { hush } from '../kernel/speech.ts'
import { useStore } from '../kernel/store.ts'
import { ConfirmLayer } from './confirm-layer.tsx'
import { LookLayer } from './look-layer.tsx'
import { NavBar } from './nav-bar.tsx'
import { PrivacyLayer } from './privacy-layer.tsx'
import { ToastBar } from './toast-bar.tsx'
import './page.css'

type PageProps = {
  title: string
  /** The first page has no way back. */
  isHome?: boolean
  /** The content reaches all edges and fills the screen, as a map does. */
  isWide?: boolean
  /** In big letters whatever is chosen: for somebody who opens this page alone. */
  isLarge?: boolean
  /** Stays at the bottom of the screen: the one thing to do on this page. */
  foot?: ReactNode
  children: ReactNode
}

/** The root of every page: elder size, navigation bar, content, and what may lie above it. */
export function Page({ title, isHome = false, isWide = false, isLarge = false, foot, children }: PageProps) {
  const elder = useStore(isElder)
  const isShown = useShown()
  const titleId = useId()
  useDidShow(() => focusAfterFirst(titleId))
  useDidHide(hush)
  useUnload(hush)
  return (
    <Box className={elder || isLarge ? 'page page--elder' : 'page'}>
      <NavBar title={title} titleId={titleId} hasBack={!isHome} />
      <Box as="main" className={isWide ? 'page__body page__body--wide' : 'page__body'}>{children}</Box>
      {foot && <Box as="footer" className="page__foot">{foot}</Box>}
      {isShown && (
        <>
          <ToastBar />
          <LookLayer />
          <ConfirmLayer />
          <PrivacyLayer />
        </>
      )}
    </Box>
  )
}

let isFirst = true

/** A new page is announced by its title; the first one is announced by the browser. */
function focusAfterFirst(titleId: string) {
  if (!isFirst) phone.focusOn(titleId)
  isFirst = false
}
