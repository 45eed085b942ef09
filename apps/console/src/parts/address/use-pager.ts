import { useLocation, useNavigate } from 'react-router'

interface PagerState { trail?: string[] }

export interface Pager {
  /** Where the asked page begins; goes to the server as `after`. */
  after: string | undefined
  /** 1 for the first page. */
  page: number
  first?: () => void
  back?: () => void
  on: (next: string) => void
}

/**
 * Pages by key, kept in the address. The server only knows the way on, so the way back is remembered beside the history entry;
 * whoever opens a sent link can still go on or to the beginning.
 */
export function usePager(): Pager {
  const { search, pathname, state } = useLocation()
  const navigate = useNavigate()
  const params = new URLSearchParams(search)
  const after = params.get('after') ?? undefined
  const page = after ? Math.max(2, Number.parseInt(params.get('page') ?? '', 10) || 2) : 1
  const trail = (state as PagerState | null)?.trail ?? []
  const go = (to: string | undefined, number: number, nextTrail: string[]) => {
    const next = new URLSearchParams(params)
    if (to) next.set('after', to)
    else next.delete('after')
    if (number > 1) next.set('page', String(number))
    else next.delete('page')
    void navigate({ pathname, search: next.toString() }, { state: { trail: nextTrail } satisfies PagerState })
    window.scrollTo(0, 0)
  }
  const canGoBack = page === 2 || (page > 2 && trail.length > 0)
  return {
    after,
    page,
    first: after ? () => go(undefined, 1, []) : undefined,
    back: canGoBack ? () => go(page === 2 ? undefined : trail[trail.length - 1], page - 1, trail.slice(0, -1)) : undefined,
    on: (next) => go(next, page + 1, after ? [...trail, after] : []),
  }
}
