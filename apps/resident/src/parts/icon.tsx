import { Box } from '#element'
import './icon.css'

export type IconName =
  | 'back' | 'next' | 'close' | 'plus' | 'camera' | 'pin' | 'clock' | 'done' | 'wrong' | 'info' | 'star' | 'sound' | 'quiet' | 'person' | 'list' | 'report'
  | 'phone' | 'letters' | 'empty' | 'shield' | 'trash' | 'mic' | 'search' | 'map' | 'here' | 'device' | 'out' | 'chat' | 'minus'

/** A sign beside words; it is never the only thing that says something, so readers pass over it. */
export function Icon({ name, className = '' }: { name: IconName, className?: string }) {
  return <Box as="span" className={`icon icon--${name} ${className}`} isHidden />
}
