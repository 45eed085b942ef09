import { clear, fillDown, go, insertRows, leap, move, paste, redo, removeRows, settle, step, textAt, type, undo } from './sheet.ts'
import type { Derive, Sheet } from './sheet.ts'

interface Key { key: string, ctrlKey: boolean, metaKey: boolean, shiftKey: boolean, altKey: boolean }
type Next = (sheet: Sheet, derive: Derive | undefined) => Sheet
/** What a key does: to the sheet, to the offered options (`choose`, and `after` it), or nothing. */
export type Done = { next: Next } | { mark: number } | { choose: string, after: (sheet: Sheet) => Sheet } | undefined

export interface Keyed {
  sheet: Sheet
  options: readonly string[]
  marked: number
  /** Escape was pressed before: Tab leaves the sheet (WCAG 2.1.2). */
  isLeaving: boolean
  isLocked: boolean
  /** Rows of a screen. */
  page: number
}

const arrows: Readonly<Record<string, readonly [number, number]>> = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] }

/** The keys of spreadsheets. */
export function keyOf(event: Key, keyed: Keyed): Done {
  return keyed.sheet.typing === null ? resting(event, keyed) : typed(event, keyed)
}

const settled = (after: (sheet: Sheet) => Sheet): { next: Next } => ({ next: (sheet, derive) => after(settle(sheet, derive)) })

/** While one types: Enter and Tab settle and go on; arrows too, unless one edits what was there. */
function typed({ key, ctrlKey, metaKey, shiftKey, altKey }: Key, { options, marked, sheet }: Keyed): Done {
  if (key === 'Escape') return { next: (now) => type(now, null) }
  if (key === 'Enter' && altKey) return undefined
  if (key === 'Enter' && (ctrlKey || metaKey)) return { next: (now, derive) => paste(type(now, null), [[now.typing ?? '']], derive) }
  const [rows, columns] = arrows[key] ?? [0, 0]
  if (options.length > 0 && rows !== 0) return { mark: (marked + rows + options.length) % options.length }
  const isChosen = options[marked] !== undefined && (sheet.typing?.trim() !== '' || marked > 0)
  if (key === 'Enter' || key === 'Tab') {
    const after = (now: Sheet) => (key === 'Enter' ? move(now, shiftKey ? -1 : 1, 0) : step(now, shiftKey ? -1 : 1))
    return isChosen ? { choose: options[marked]!, after } : settled(after)
  }
  return key in arrows && !sheet.isEditing ? settled((now) => move(now, rows, columns)) : undefined
}

function resting(event: Key, keyed: Keyed): Done {
  const { key, ctrlKey, metaKey, shiftKey, altKey } = event
  if (ctrlKey || metaKey) return withControl(event, keyed)
  if (key in arrows && altKey) return key === 'ArrowDown' && !keyed.isLocked ? { next: (now) => type(now, '') } : undefined
  if (key in arrows) return { next: (now) => move(now, ...arrows[key]!, shiftKey) }
  if (!keyed.isLocked && (key === 'Delete' || key === 'Backspace')) return { next: clear }
  if (!keyed.isLocked && key === 'F2') return { next: (now) => type(now, textAt(now, now.at), true) }
  switch (key) {
    case 'Enter': return { next: (now) => move(now, shiftKey ? -1 : 1, 0) }
    case 'Tab': return keyed.isLeaving ? undefined : { next: (now) => step(now, shiftKey ? -1 : 1) }
    case 'Home': return { next: (now) => go(now, { row: (shiftKey ? now.to : now.at).row, column: 0 }, shiftKey) }
    case 'End': return { next: (now) => go(now, { row: (shiftKey ? now.to : now.at).row, column: now.columns - 1 }, shiftKey) }
    case 'PageUp': return { next: (now) => move(now, -keyed.page, 0, shiftKey) }
    case 'PageDown': return { next: (now) => move(now, keyed.page, 0, shiftKey) }
    default: return undefined
  }
}

function withControl({ key, shiftKey }: Key, { isLocked }: Keyed): Done {
  if (key in arrows) return { next: (now) => leap(now, ...arrows[key]!, shiftKey) }
  if (key === 'Home') return { next: (now) => go(now, { row: 0, column: 0 }, shiftKey) }
  if (key === 'End') return { next: (now) => go(now, { row: now.rows.length - 1, column: now.columns - 1 }, shiftKey) }
  if (key.toLowerCase() === 'a') return { next: (now) => go(go(now, { row: 0, column: 0 }), { row: now.rows.length - 1, column: now.columns - 1 }, true) }
  if (isLocked) return undefined
  switch (key.toLowerCase()) {
    case 'z': return { next: shiftKey ? redo : undo }
    case 'y': return { next: redo }
    case 'd': return { next: fillDown }
    case '+': case '=': return { next: insertRows }
    case '-': return { next: removeRows }
    default: return undefined
  }
}
