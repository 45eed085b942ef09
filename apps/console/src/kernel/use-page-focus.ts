import { useEffect, useRef } from 'react'
import type { RefObject } from 'react'

/** After going to another page the focus goes to its main part, unless the page has already put it somewhere: otherwise the keyboard starts again at the top. */
export function usePageFocus(main: RefObject<HTMLElement | null>, pathname: string): void {
  const before = useRef(pathname)
  useEffect(() => {
    if (before.current === pathname) return
    before.current = pathname
    if (!main.current?.contains(document.activeElement)) main.current?.focus({ preventScroll: true })
  }, [main, pathname])
}
