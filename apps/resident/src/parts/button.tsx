import { Press, Words } from '#element'
import { Icon } from './icon.tsx'
import type { IconName } from './icon.tsx'
import './button.css'

type ButtonProps = {
  words: string
  onPress: () => void
  /** main: the one thing to do here · plain: beside it · quiet: only words · grave: cannot be undone. */
  look?: 'main' | 'plain' | 'quiet' | 'grave'
  icon?: IconName
  isDisabled?: boolean
  /** Shows that it is under way and takes no second tap. */
  isBusy?: boolean
  isWide?: boolean
  /** Given for what unfolds more: whether it is open. */
  isOpen?: boolean
}

export function Button({ words, look = 'main', icon, isWide = false, isBusy = false, ...press }: ButtonProps) {
  return (
    <Press className={`button button--${look} ${isWide ? 'button--wide' : ''}`} isBusy={isBusy} {...press}>
      {isBusy ? <Words className="button__turning" /> : icon && <Icon name={icon} />}
      <Words className="button__words">{words}</Words>
    </Press>
  )
}
