import './element.css'
import './h5.css'
import { useEffect, useRef } from 'react'
import type { KeyboardEvent, ReactNode } from 'react'
import type {
  AgreeProps, BoxProps, EntryKind, EntryProps, GivePhoneProps, HeadingProps, LabelProps, LayerProps, LongEntryProps, OptionProps, PictureProps, PressProps, WordsProps,
} from './element.ts'

export function Box({ as: Tag = 'div', label, labelledBy, describedBy, isHidden, ...rest }: BoxProps) {
  return <Tag aria-label={label} aria-labelledby={labelledBy} aria-describedby={describedBy} aria-hidden={isHidden || undefined} {...rest} />
}

export function Words({ as: Tag = 'span', ...rest }: WordsProps) {
  return <Tag {...rest} />
}

export function Heading({ level, ...rest }: HeadingProps) {
  const Tag = `h${level}` as const
  return <Tag tabIndex={-1} {...rest} />
}

export function Press({ onPress, className = '', label, isDisabled, isBusy, isOn, isOpen, children }: PressProps) {
  return (
    <button
      type="button" className={`press ${className}`} aria-label={label} disabled={isDisabled} aria-busy={isBusy || undefined} aria-pressed={isOn} aria-expanded={isOpen}
      onClick={() => { if (!isBusy) onPress() }}
    >
      {children}
    </button>
  )
}

export function Option({ kind, group, isChosen, isDisabled, label, className = '', onChoose, children }: OptionProps) {
  return (
    <label className={`option ${isChosen ? 'option--chosen' : ''} ${isDisabled ? 'press--off' : ''} ${className}`}>
      <input className="option__box" type={kind} name={group} checked={isChosen} disabled={isDisabled} aria-label={label} onChange={onChoose} />
      {children}
    </label>
  )
}

export function Label({ to, ...rest }: LabelProps) {
  return <label htmlFor={to} {...rest} />
}

const entryAttributes: Record<EntryKind, { type: string, inputMode: 'text' | 'numeric' | 'tel', autoComplete: string }> = {
  text: { type: 'text', inputMode: 'text', autoComplete: 'off' },
  number: { type: 'text', inputMode: 'numeric', autoComplete: 'off' },
  phone: { type: 'tel', inputMode: 'tel', autoComplete: 'tel-national' },
  code: { type: 'text', inputMode: 'numeric', autoComplete: 'one-time-code' },
  password: { type: 'password', inputMode: 'text', autoComplete: 'current-password' },
}

export function Entry({ kind = 'text', label, isInvalid, isDisabled, describedBy, className = '', onChange, onDone, ...rest }: EntryProps) {
  return (
    <input
      {...rest} {...entryAttributes[kind]} className={`entry ${className}`} aria-label={label} disabled={isDisabled}
      aria-invalid={isInvalid || undefined} aria-describedby={describedBy}
      onChange={(change) => onChange(change.target.value)}
      onKeyDown={(key) => { if (key.key === 'Enter' && !key.nativeEvent.isComposing) onDone?.() }}
    />
  )
}

export function LongEntry({ label, isInvalid, isDisabled, describedBy, className = '', onChange, ...rest }: LongEntryProps) {
  return (
    <textarea
      {...rest} className={`entry entry--long ${className}`} aria-label={label} disabled={isDisabled}
      aria-invalid={isInvalid || undefined} aria-describedby={describedBy} onChange={(change) => onChange(change.target.value)}
    />
  )
}

export function Picture({ src, alt, className = '', fit = 'cover', onPress }: PictureProps) {
  const picture = <img className={`picture ${className}`} style={{ objectFit: fit }} src={src} alt={alt} decoding="async" />
  return onPress ? <Press className="press--picture" onPress={onPress}>{picture}</Press> : picture
}

/** A native modal dialog: the browser keeps the focus inside and gives it back. Older ones get the same box without that. */
export function Layer({ label, className = '', onClose, children }: LayerProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const shown = dialog.current
    const before = document.activeElement
    if (shown?.showModal) shown.showModal()
    else shown?.setAttribute('open', '')
    return () => {
      shown?.close?.()
      if (before instanceof HTMLElement) before.focus()
    }
  }, [])
  const closeOnEscape = (key: KeyboardEvent) => {
    if (key.key !== 'Escape') return
    key.preventDefault()
    onClose()
  }
  return (
    <dialog
      ref={dialog} className={`layer ${className}`} aria-label={label} onKeyDown={closeOnEscape}
      onCancel={(cancel) => { cancel.preventDefault(); onClose() }}
      onClick={(click) => { if (click.target === click.currentTarget) onClose() }}
    >
      <div className="layer__box">{children}</div>
    </dialog>
  )
}

export function Agree({ id, className = '', onAgree, children }: AgreeProps) {
  return <button id={id} type="button" className={`press ${className}`} onClick={onAgree}>{children}</button>
}

export const GivePhone = null as ((props: GivePhoneProps) => ReactNode) | null
