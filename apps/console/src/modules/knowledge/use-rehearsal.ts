import { App } from 'antd'
import { useNavigate } from 'react-router'
import { useTell } from '../../kernel/ask.ts'
import { wordsOf } from '../../kernel/call.ts'

/** Before anything is told to residents all known questions are asked with and without it; what comes of it is seen, and published, on the page of the run. */
export function useRehearsal(from: { to: string, words: string }) {
  const tell = useTell('learning', 'rehearse')
  const navigate = useNavigate()
  const { message } = App.useApp()
  return {
    isPending: tell.isPending,
    begin: (items: { entry: string, no: number }[]) => tell.mutate({ items }, { onSuccess: ({ id }) => void navigate(`/learning/run/${id}`, { state: { from } }), onError: (fault) => void message.error(wordsOf(fault)) }),
  }
}
