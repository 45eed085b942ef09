import type { ReactNode } from 'react'
import { Box, Heading } from '#element'
import './card.css'

/** What belongs together, with an optional title. */
export function Card({ title, children }: { title?: string, children: ReactNode }) {
  return (
    <Box as="section" className="card">
      {title && <Heading level={2} className="card__title">{title}</Heading>}
      {children}
    </Box>
  )
}

/** Rows under one another, without room between them and the edge. */
export function RowCard({ title, children }: { title?: string, children: ReactNode }) {
  return (
    <Box as="section" className="card card--rows">
      {title && <Heading level={2} className="card__title card__title--rows">{title}</Heading>}
      {children}
    </Box>
  )
}
