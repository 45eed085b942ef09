import { useState } from 'react'
import { createKept } from '../../kernel/kept.ts'
import { staffCall } from '../../kernel/staff.ts'
import { useStore } from '../../kernel/store.ts'
import { useSuggested } from '../report/use-suggested.ts'
import { askLeaves, directories } from './ahead.ts'
import { hintsIn } from './matter-rules.ts'
import type { Leaf } from './matter-rules.ts'
import { useSeen } from './use-seen.ts'

const recent = createKept<readonly string[]>('staff-matters', [])
const mostRecent = 12
const fewestLetters = 2

export const usedMatter = (code: string) => recent.set([code, ...recent.get().filter((one) => one !== code)].slice(0, mostRecent))

const mostUsual = 4

/** What this person reports most lately, by name: one tap instead of writing. */
export function useUsualMatters(): Leaf[] {
  const { load } = useSeen(directories.matters, askLeaves)
  const codes = useStore(recent)
  const leaves = load.state === 'ready' ? load.data : []
  return codes.flatMap((code) => leaves.find((leaf) => leaf.code === code) ?? []).slice(0, mostUsual)
}

/** Matters for what was written: the server's where it answers, else those of the directory this phone has seen. */
export function useMatters(text: string): { leaves: Leaf[], hints: Leaf[] } {
  const { load } = useSeen(directories.matters, askLeaves)
  const [told, setTold] = useState<{ to: string, rows: Leaf[] }>({ to: '', rows: [] })
  useSuggested(text, fewestLetters, (rows) => setTold({ to: text, rows: rows.slice(0, 3).map(({ code, name, path }) => ({ code, name, group: path.split(' / ').slice(0, -1).join(' / ') })) }), staffCall)
  const leaves = load.state === 'ready' ? load.data : []
  const isTold = told.to === text && told.rows.length > 0
  return { leaves, hints: isTold ? told.rows : hintsIn(leaves, text, recent.get()) }
}
