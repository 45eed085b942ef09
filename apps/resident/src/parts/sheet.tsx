import type { ReactNode } from 'react'
import { Box, Heading, Layer, Press } from '#element'
import { Icon } from './icon.tsx'
import './sheet.css'

/** Comes up from the bottom edge for one small thing, and is easily closed. */
export function Sheet({ title, onClose, children }: { title: string, onClose: () => void, children: ReactNode }) {
  return (
    <Layer label={title} className="sheet" onClose={onClose}>
      <Box className="sheet__head">
        <Heading level={2} className="sheet__title">{title}</Heading>
        <Press className="sheet__close" label="关闭" onPress={onClose}><Icon name="close" /></Press>
      </Box>
      <Box className="sheet__body">{children}</Box>
    </Layer>
  )
}
