import { App } from 'antd'
import { wordsOf } from '../../kernel/call.ts'

interface Question {
  title: string
  /** What will happen, and whether it can be undone. */
  what: string
  words: string
  isDanger?: boolean
  act: () => Promise<unknown>
  done?: string
}

/** Asks before doing what others will feel. A refusal is told and the window stays. */
export function useConfirm() {
  const { modal, message } = App.useApp()
  return ({ title, what, words, isDanger = true, act, done }: Question) => {
    modal.confirm({
      title,
      content: what,
      okText: words,
      okButtonProps: { danger: isDanger },
      cancelText: '取消',
      onOk: async () => {
        try {
          await act()
          if (done) void message.success(done)
        } catch (fault) {
          void message.error(wordsOf(fault))
          throw fault
        }
      },
    })
  }
}
