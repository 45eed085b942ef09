import { useQueries, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { longFresh } from '../../kernel/ask.ts'
import { call } from '../../kernel/call.ts'
import type { Area } from './area.ts'

const branch = (parent: string) => ({ queryKey: ['organisation', 'areas', { parent }], queryFn: () => call('organisation', 'areas', { parent }), staleTime: longFresh })
const above: Area['kind'][] = ['province', 'city', 'county']

/** The areas directly under each opened one; a change on the server redraws every open branch. */
export function useBranches(roots: readonly string[]) {
  const client = useQueryClient()
  const [fetched, setFetched] = useState<string[]>([])
  const [expanded, setExpanded] = useState<string[]>([...roots])
  const answers = useQueries({ queries: fetched.map(branch) })
  const under = new Map(fetched.map((parent, index) => [parent, answers[index]?.data?.rows]))
  /** Where there is only one way down above the sub-district, goes down by itself. */
  const open = async (parent: string): Promise<void> => {
    const { rows } = await client.fetchQuery(branch(parent))
    setFetched((now) => now.includes(parent) ? now : [...now, parent])
    const [only] = rows
    if (rows.length === 1 && only?.hasChildren && above.includes(only.kind)) {
      await open(only.path)
      setExpanded((now) => [...now, only.path])
    }
  }
  return { under: (parent: string): Area[] | undefined => under.get(parent), open, loaded: fetched.filter((parent) => under.get(parent)), expanded, expand: setExpanded }
}
