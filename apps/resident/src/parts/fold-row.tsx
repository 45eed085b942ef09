import type { ReactNode } from 'react'
import { Box, Press, Words } from '#element'
import { Icon } from './icon.tsx'
import './fold-row.css'

/** A row that opens to what is in it. */
export function FoldRow({ title, isOpen, onToggle, children }: { title: string, isOpen: boolean, onToggle: () => void, children: ReactNode }) {
  return (
    <Box className="fold-row">
      <Press className="fold-row__press" isOpen={isOpen} onPress={onToggle}>
        <Words className="fold-row__title">{title}</Words>
        <Icon name="next" className={isOpen ? 'fold-row__sign fold-row__sign--open' : 'fold-row__sign'} />
      </Press>
      {isOpen && <Box className="fold-row__content">{children}</Box>}
    </Box>
  )
}
