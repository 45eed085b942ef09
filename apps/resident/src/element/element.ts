import type { CSSProperties, ReactNode } from 'react'

/**
 * The elements every part is made of. `h5.tsx` draws them with native HTML, so that labels, roles, focus and the
 * keyboard are the browser's own; `weapp.tsx` draws them with the mini-program's components and its aria attributes.
 * `#element` is one or the other, chosen by the build.
 */
export type BoxProps = {
  as?: 'div' | 'span' | 'main' | 'header' | 'footer' | 'section' | 'ul' | 'ol' | 'li'
  className?: string
  id?: string
  style?: CSSProperties
  role?: 'group' | 'radiogroup' | 'status' | 'alert' | 'img'
  label?: string
  labelledBy?: string
  describedBy?: string
  isHidden?: boolean
  children?: ReactNode
}

export type WordsProps = { as?: 'span' | 'p' | 'strong' | 'time', className?: string, id?: string, children?: ReactNode }

export type HeadingProps = { level: 1 | 2 | 3, className?: string, id?: string, children?: ReactNode }

export type PressProps = {
  onPress: () => void
  className?: string
  /** Spoken instead of the content; needed where the content is only a sign. */
  label?: string
  isDisabled?: boolean
  isBusy?: boolean
  /** Given for a switch: whether it is on. */
  isOn?: boolean
  /** Given for what folds: whether it is open. */
  isOpen?: boolean
  children?: ReactNode
}

/** One of several; `group` is the same for all that exclude each other. */
export type OptionProps = {
  kind: 'radio' | 'checkbox'
  group: string
  isChosen: boolean
  isDisabled?: boolean
  label?: string
  className?: string
  onChoose: () => void
  children?: ReactNode
}

export type EntryKind = 'text' | 'number' | 'phone' | 'code' | 'password'

export type EntryProps = {
  id: string
  value: string
  onChange: (value: string) => void
  kind?: EntryKind
  label: string
  placeholder?: string
  maxLength?: number
  isInvalid?: boolean
  isDisabled?: boolean
  describedBy?: string
  className?: string
  onDone?: () => void
}

export type LongEntryProps = Omit<EntryProps, 'kind' | 'onDone'> & { rows?: number }

/** A label that gives focus to the entry `to`. */
export type LabelProps = { to: string, className?: string, children?: ReactNode }

export type PictureProps = { src: string, alt: string, className?: string, fit?: 'cover' | 'contain', onPress?: () => void }

/** A layer above the page. Only one is open at a time; Esc or a tap beside it closes it. */
export type LayerProps = { label: string, className?: string, onClose: () => void, children?: ReactNode }

/** WeChat's own button for agreeing to the privacy guide; a plain button where there is no such thing. */
export type AgreeProps = { id: string, className?: string, onAgree: () => void, children?: ReactNode }

/** WeChat's own button that gives the phone number: a code for the server, null where the person declines. There is none elsewhere. */
export type GivePhoneProps = { className?: string, onGive: (code: string | null) => void, children?: ReactNode }
