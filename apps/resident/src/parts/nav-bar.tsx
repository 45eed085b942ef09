import { useState } from 'react'
import { Box, Heading, Press } from '#element'
import { phone } from '#phone'
import { back } from '../kernel/route.ts'
import { Icon } from './icon.tsx'
import './nav-bar.css'

/** Drawn by ourselves at both ends, so that it grows with the elder edition too. */
export function NavBar({ title, titleId, hasBack }: { title: string, titleId: string, hasBack: boolean }) {
  const [room] = useState(phone.barRoom)
  return (
    <Box as="header" className="nav-bar" style={{ paddingTop: `${room.top}px`, paddingRight: `${room.right}px`, minHeight: `${room.height}px` }}>
      {hasBack && <Press className="nav-bar__back" label="返回" onPress={back}><Icon name="back" /></Press>}
      <Heading level={1} id={titleId} className="nav-bar__title">{title}</Heading>
    </Box>
  )
}
