import type { Output } from '@linli/contract'
import { useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { useAsk, useTell } from '../../kernel/ask.ts'
import { codeOf, wordsOf } from '../../kernel/call.ts'
import type { Written } from './rule-words.ts'

export type Draft = Output<'routing', 'draft'>
const key = ['routing', 'draft', {}]

export const useDraftQuery = (isWanted = true) => useAsk('routing', 'draft', {}, { isWanted })

/** Every change is kept at once: the answer is the next thing one sees, so that a second change knows of the first. */
export function useDraft(draft: Draft) {
  const client = useQueryClient()
  const { message } = App.useApp()
  const [save, drop] = [useTell('routing', 'saveDraft', []), useTell('routing', 'dropDraft', [])]
  const shown = (next: Draft) => client.setQueryData(key, next)
  const put = async (rules: Written[]) => shown(await save.mutateAsync({ rules, from: draft.changedAt }))
  return {
    isBusy: save.isPending || drop.isPending,
    put,
    /** For what needs no form: a refusal is told, and where somebody else changed the draft the newest is fetched. */
    tryPut: async (rules: Written[]) => {
      if (save.isPending) return
      try {
        await put(rules)
      } catch (fault) {
        void message.error(wordsOf(fault))
        if (codeOf(fault) === 'routing.draft-changed') void client.invalidateQueries({ queryKey: key })
      }
    },
    drop: async () => shown(await drop.mutateAsync({ from: draft.changedAt })),
  }
}
