import type { ReactNode } from 'react'
import { Box } from '#element'
import { Icon } from './icon.tsx'
import type { IconName } from './icon.tsx'
import './notice.css'

type Kind = 'info' | 'good' | 'soon' | 'wrong'

const signs: Record<Kind, IconName> = { info: 'info', good: 'done', soon: 'clock', wrong: 'wrong' }

/** Something to know on this page. `isNews` reads it aloud when it appears. */
export function Notice({ kind = 'info', isNews = false, children }: { kind?: Kind, isNews?: boolean, children: ReactNode }) {
  return (
    <Box className={`notice notice--${kind}`} role={isNews ? 'status' : undefined}>
      <Icon name={signs[kind]} className="notice__sign" />
      <Box className="notice__words">{children}</Box>
    </Box>
  )
}
