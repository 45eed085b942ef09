import { App, Form, Input } from 'antd'
import { useTell } from '../../kernel/ask.ts'
import { FormDrawer } from '../../parts/form/form-drawer.tsx'
import type { Resident } from './account.ts'

interface ResidentSwitchProps { resident: Resident, isOpen: boolean, close: () => void, show: (resident: Resident) => void }

/** Shuts a resident out, or lets them in again; never without a reason. */
export function ResidentSwitch({ resident, isOpen, close, show }: ResidentSwitchProps) {
  const enable = useTell('account', 'enableResident')
  const { message } = App.useApp()
  const words = resident.isEnabled ? '停用' : '启用'
  return (
    <FormDrawer<{ reason: string }> name="resident-switch" title={`${words}居民账号 · ${resident.name}`} isOpen={isOpen} close={close} submitWords={words} isDanger={resident.isEnabled}
      note={resident.isEnabled ? '停用后立即退出所有设备并解除微信绑定，全平台都不能登录。' : '启用后可以重新登录；微信需要重新绑定。'}
      send={async ({ reason }) => {
        show(await enable.mutateAsync({ id: resident.id, isEnabled: !resident.isEnabled, reason }))
        close()
        void message.success(`已${words}`)
      }}>
      <Form.Item name="reason" label="原因" rules={[{ required: true, whitespace: true, message: '请填写原因' }]}><Input.TextArea rows={3} maxLength={200} showCount /></Form.Item>
    </FormDrawer>
  )
}
