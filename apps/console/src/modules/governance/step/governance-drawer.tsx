import { governanceStep } from '@linli/contract/words/index'
import { useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { useOnce } from '../../../kernel/once.ts'
import { FormDrawer } from '../../../parts/form/form-drawer.tsx'
import type { GovernanceTake, GovernanceView } from '../governance-view.ts'
import { governanceForms, takeOf } from './governance-forms.tsx'
import type { TakeValues } from './governance-forms.tsx'

interface GovernanceDrawerProps {
  item: GovernanceView
  step: GovernanceTake['step']
  /** What the form does not ask for because it is known. */
  fixed?: Partial<TakeValues>
  isOpen: boolean
  close: () => void
}

/** The small form of one step; when somebody else was faster, shows how it stands now. */
export function GovernanceDrawer({ item, step, fixed, isOpen, close }: GovernanceDrawerProps) {
  const client = useQueryClient()
  const { message, modal } = App.useApp()
  const { once, done } = useOnce()
  const renew = () => client.invalidateQueries({ queryKey: ['governance'] })
  const form = governanceForms[step]
  return (
    <FormDrawer<TakeValues> name={`governance-${step}`} title={`${governanceStep[step]} · ${item.title}`} isOpen={isOpen} close={close} initial={form.initial?.(item)} submitWords={governanceStep[step]} isDanger={form.isHard} note={form.note?.(item)} under="take"
      send={async (values) => {
        const input = { id: item.id, take: takeOf(step, { ...values, ...fixed }) }
        const after = await once(input)('governance', 'take', input)
        done()
        client.setQueryData(['governance', 'get', { id: item.id }], after)
        void renew()
        void message.success(`${governanceStep[step]}：已办理`)
        close()
      }}
      onRefusal={(code) => {
        if (code !== 'governance.step-not-open') return false
        close()
        void renew()
        modal.warning({ title: '这一步现在不能办', content: '情况刚有变化，页面已更新，请看最新情况。', okText: '知道了' })
        return true
      }}>
      {form.fields(item)}
    </FormDrawer>
  )
}
