import { useKeys } from '../keys.ts'

const links = () => [...document.querySelectorAll<HTMLElement>('[data-row-link]')]

/**
 * j and k walk through a list's rows, / goes to the search box, Esc leaves it. The walk moves the real focus from link to link,
 * so that Enter opens what is in focus and a screen reader says it, without a second idea of a current row.
 */
export function useRowKeys(): void {
  useKeys({
    j: () => step(1),
    k: () => step(-1),
    '/': () => toSearch(),
    'leave-search': () => (document.activeElement as HTMLElement | null)?.blur(),
    Escape: () => (document.activeElement as HTMLElement | null)?.blur(),
  })
}

/** A list without a search box of its own leaves the key to the find box of the header. */
function toSearch(): boolean {
  const box = document.querySelector<HTMLElement>('[data-search] input, input[data-search]')
  box?.focus()
  return box !== null
}

function step(by: 1 | -1): void {
  const rows = links()
  const current = rows.findIndex((row) => row === document.activeElement || row.closest('tr, li')?.contains(document.activeElement))
  const next = current < 0 ? rows[by > 0 ? 0 : rows.length - 1] : rows[Math.min(rows.length - 1, Math.max(0, current + by))]
  next?.focus()
  next?.scrollIntoView({ block: 'nearest' })
}
