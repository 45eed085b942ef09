import { whistleStep } from '@linli/contract/words/index'
import { useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { useOnce } from '../../../kernel/once.ts'
import { FormDrawer } from '../../../parts/form/form-drawer.tsx'
import type { WhistleTake, WhistleView } from '../whistle-view.ts'
import { takeOf, whistleForms } from './whistle-forms.tsx'
import type { TakeValues } from './whistle-forms.tsx'

interface WhistleDrawerProps { whistle: WhistleView, step: WhistleTake['step'], isOpen: boolean, close: () => void }

/** The small form of one step; when somebody else was faster, shows how it stands now. */
export function WhistleDrawer({ whistle, step, isOpen, close }: WhistleDrawerProps) {
  const client = useQueryClient()
  const { message, modal } = App.useApp()
  const { once, done } = useOnce()
  const renew = () => Promise.all(['whistle', 'event'].map((name) => client.invalidateQueries({ queryKey: [name] })))
  const form = whistleForms[step]
  const isGone = isOpen && !whistle.steps.includes(step)
  return (
    <FormDrawer<TakeValues> name={`whistle-${step}`} title={`${whistleStep[step]} · ${whistle.title}`} isOpen={isOpen} close={close} initial={form.initial?.(whistle)} submitWords={whistleStep[step]} isDanger={form.isHard} isWarning={form.isHard || isGone}
      note={isGone ? '情况刚有变化，这一步可能已由同事办理。' : form.note?.(whistle)} under="take"
      send={async (values) => {
        const input = { id: whistle.id, take: takeOf(step, values) }
        const after = await once(input)('whistle', 'take', input)
        done()
        client.setQueryData(['whistle', 'get', { id: whistle.id }], after)
        void renew()
        void message.success(`${whistleStep[step]}已完成`)
        close()
      }}
      onRefusal={(code) => {
        if (code !== 'whistle.step-not-open') return false
        close()
        void renew()
        modal.warning({ title: '这一步已经不能办了', content: '情况刚有变化，页面已更新，请看最新情况。', okText: '知道了' })
        return true
      }}>
      {form.fields(whistle)}
    </FormDrawer>
  )
}
