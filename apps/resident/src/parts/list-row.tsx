import type { ReactNode } from 'react'
import { Box, Press, Words } from '#element'
import { Icon } from './icon.tsx'
import type { IconName } from './icon.tsx'
import './list-row.css'

type ListRowProps = {
  title: string
  note?: string
  icon?: IconName
  /** A tag or a short word at the end. */
  end?: ReactNode
  /** A row that leads somewhere shows it; one that does not only tells. */
  onPress?: () => void
}

export function ListRow({ title, note, icon, end, onPress }: ListRowProps) {
  const content = (
    <>
      {icon && <Icon name={icon} className="list-row__icon" />}
      <Box as="span" className="list-row__words">
        <Words className="list-row__title">{title}</Words>
        {note && <Words className="list-row__note">{note}</Words>}
      </Box>
      {end}
      {onPress && <Icon name="next" className="list-row__next" />}
    </>
  )
  const className = end ? 'list-row list-row--ended' : 'list-row'
  return onPress ? <Press className={className} onPress={onPress}>{content}</Press> : <Box className={className}>{content}</Box>
}
