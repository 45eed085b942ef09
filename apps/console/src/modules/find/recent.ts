import { useEffect } from 'react'
import { createStore, useStore } from '../../kernel/store.ts'
import { useMe } from '../../kernel/session.ts'

export interface Recent { kind: 'person' | 'housing' | 'household' | 'enterprise' | 'thing', id: string, title: string, about: string }

const most = 8
const shelf = 'linli.recent'

/** Records opened lately in this tab; names are personal data, so they go with the tab and are nobody else's. */
const recents = createStore<{ whose: string, rows: Recent[] }>(recall())

function recall(): { whose: string, rows: Recent[] } {
  try {
    return JSON.parse(sessionStorage.getItem(shelf) ?? '') as { whose: string, rows: Recent[] }
  } catch {
    return { whose: '', rows: [] }
  }
}

/** The one opened last first, each once. */
export const withOpened = (rows: readonly Recent[], opened: Recent): Recent[] => [opened, ...rows.filter(({ id }) => id !== opened.id)].slice(0, most)

export function useRecents(): Recent[] {
  const { whose, rows } = useStore(recents)
  return whose === useMe().id ? rows : []
}

/** Remembers that a record was opened. */
export function useOpenedRecord({ kind, id, title, about }: Recent): void {
  const me = useMe().id
  useEffect(() => {
    const { whose, rows } = recents.get()
    const next = { whose: me, rows: withOpened(whose === me ? rows : [], { kind, id, title, about }) }
    recents.set(next)
    try {
      sessionStorage.setItem(shelf, JSON.stringify(next))
    } catch {
      // A full or forbidden storage only costs the memory.
    }
  }, [me, kind, id, title, about])
}
