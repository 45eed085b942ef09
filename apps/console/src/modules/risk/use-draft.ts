import type { Asked, Output } from '@linli/contract'
import { useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { useAsk, useTell } from '../../kernel/ask.ts'
import { codeOf, wordsOf } from '../../kernel/call.ts'

export type Draft = Output<'risk', 'draft'>
type Set = Pick<Asked<'risk', 'saveDraft'>, 'rules' | 'kinds'>
const key = ['risk', 'draft', {}]

export const useDraftQuery = () => useAsk('risk', 'draft', {})

/** Every change is kept at once: the answer is the next thing one sees, so that a second change knows of the first. */
export function useDraft(draft: Draft) {
  const client = useQueryClient()
  const { message } = App.useApp()
  const [save, drop] = [useTell('risk', 'saveDraft', []), useTell('risk', 'dropDraft', [])]
  const shown = (next: Draft) => client.setQueryData(key, next)
  const put = async (set: Set) => shown(await save.mutateAsync({ ...set, from: draft.changedAt }))
  return {
    put,
    /** For what needs no form: a refusal is told, and where somebody else changed the draft the newest is fetched. */
    tryPut: async (set: Set) => {
      if (save.isPending) return
      try {
        await put(set)
      } catch (fault) {
        void message.error(wordsOf(fault))
        if (codeOf(fault) === 'risk.draft-changed') void client.invalidateQueries({ queryKey: key })
      }
    },
    drop: async () => shown(await drop.mutateAsync({ from: draft.changedAt })),
  }
}
