import type { KeyboardEvent } from 'react'

/** A keyboard would come up over what one wants to read. */
export const isTouched = () => typeof window !== 'undefined' && window.matchMedia?.('(pointer: coarse)').matches

/** Ctrl+Enter (⌘+Enter) sends a form from any of its fields, also from one where Enter begins a new line or opens a list: listens before they do. */
export const sendsOnCtrlEnter = (send: () => void) => (event: KeyboardEvent) => {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing) return
  event.preventDefault()
  event.stopPropagation()
  send()
}

/** Puts the writing mark into the first field of a form. Not on a phone, where the keyboard would come up over what one wants to read. */
export function toFirstField(box: ParentNode | null | undefined): void {
  if (isTouched()) return
  box?.querySelector<HTMLElement>('input:not([type=hidden], [type=file], [disabled]), textarea:not([disabled])')?.focus()
}
