import { useLayoutEffect, useRef, useState } from 'react'
import type { ReactNode } from 'react'

function HeadOnly({ children }: { children: ReactNode }) {
  const place = useRef<HTMLSpanElement>(null)
  const [isSeen, setSeen] = useState(false)
  useLayoutEffect(() => setSeen(place.current?.closest('[aria-hidden="true"]') === null), [])
  return <span ref={place}>{isSeen && children}</span>
}

/** The table draws its headings twice, once hidden to measure them; what can be focused must not stand in the hidden row (WCAG 4.1.2). */
export const headOnly = (content: ReactNode): ReactNode => <HeadOnly>{content}</HeadOnly>
