import { Box, Press, Words } from '#element'
import { Icon } from '../../parts/icon.tsx'
import type { IconName } from '../../parts/icon.tsx'

export type DoorProps = { title: string, note: string, icon: IconName, isFirst?: boolean, onPress: () => void }

/** One of the few big things on the first page. */
export function Door({ title, note, icon, isFirst = false, onPress }: DoorProps) {
  return (
    <Press className={isFirst ? 'door door--first' : 'door'} onPress={onPress}>
      <Box as="span" className="door__sign"><Icon name={icon} className="door__icon" /></Box>
      <Box as="span" className="door__words">
        <Words className="door__title">{title}</Words>
        <Words className="door__note">{note}</Words>
      </Box>
      <Icon name="next" className="door__next" />
    </Press>
  )
}
