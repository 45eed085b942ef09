import { useEffect, useEffectEvent } from 'react'
import { createMemory } from '../kernel/memory.ts'

/** Single-letter shortcuts can be turned off on the account page (WCAG 2.1.4). */
export const shortcuts = createMemory('shortcuts', true)

/** What a key press means here; undefined where it must be left alone: while writing, choosing, or with a window open. */
export function keyMeant(event: KeyboardEvent): string | undefined {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return undefined
  const target = event.target instanceof Element ? event.target : null
  if (document.querySelector('[role="dialog"][aria-modal="true"], .ant-modal-wrap:not([style*="display: none"])')) return undefined
  const isWriting = target?.closest('input, textarea, select, [contenteditable="true"], [role="combobox"], [role="listbox"], [role="tree"], [role="menu"]')
  if (isWriting) return event.key === 'Escape' && target?.matches('input[data-search], [data-search] input') ? 'leave-search' : undefined
  return event.key
}

/** Runs the action of the pressed key, anywhere on the page. One that answers false leaves the key to what is in focus. */
export function useKeys(actions: Record<string, () => unknown>): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    const key = keyMeant(event)
    const action = key && (shortcuts.get() || key.length > 1) ? actions[key] : undefined
    if (!action) return
    if (action() !== false) event.preventDefault()
  })
  useEffect(() => {
    const listener = (event: KeyboardEvent) => press(event)
    document.addEventListener('keydown', listener)
    return () => document.removeEventListener('keydown', listener)
  }, [])
}
