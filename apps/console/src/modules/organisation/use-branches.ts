import { useQueries, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { longFresh } from '../../kernel/ask.ts'
import { call } from '../../kernel/call.ts'
import type { Area } from './area.ts'

const branch = (parent: string) => ({ queryKey: ['organisation', 'areas', { parent }], queryFn: () => call('organisation', 'areas', { parent }), staleTime: longFresh })

/** The areas directly under each opened one; a change on the server redraws every open branch. */
export function useBranches() {
  const client = useQueryClient()
  const [opened, setOpened] = useState<string[]>([])
  const answers = useQueries({ queries: opened.map(branch) })
  const under = new Map(opened.map((parent, index) => [parent, answers[index]?.data?.rows]))
  return {
    opened: opened.filter((parent) => under.get(parent)),
    under: (parent: string): Area[] | undefined => under.get(parent),
    open: async (parent: string) => {
      await client.fetchQuery(branch(parent))
      setOpened((now) => now.includes(parent) ? now : [...now, parent])
    },
  }
}
